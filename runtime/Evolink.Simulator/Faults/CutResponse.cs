namespace Evolink.Simulation;

/// <summary>Carries the request out, sends a part of the answer, and ends.</summary>
internal sealed record CutAnswer(AnswerPart Part, CutEnd End) : Fault
{
    internal override async Task PlayAsync(Exchange exchange)
    {
        if (Part == AnswerPart.Nothing)
        {
            await exchange.CarryOutAsync().ConfigureAwait(false);
        }
        else
        {
            RawAnswer answer = await exchange.CaptureAsync().ConfigureAwait(false);
            await exchange.SendAsync(answer, answer.Begin(Part), Math.Min(answer.Body.Length, Part.BodyBytes)).ConfigureAwait(false);
        }

        await End.PlayAsync(exchange).ConfigureAwait(false);
    }
}

/// <summary>How much of an answer is sent, and in which form.</summary>
internal sealed record AnswerPart(bool HasWholeHead, int BodyBytes, bool IsChunked)
{
    public static AnswerPart Nothing { get; } = new(HasWholeHead: false, -1, IsChunked: false);

    public static AnswerPart HalfHead { get; } = new(HasWholeHead: false, 0, IsChunked: false);

    public static AnswerPart Body(int bytes) => new(HasWholeHead: true, bytes, IsChunked: false);

    public static AnswerPart Chunks(int bytes) => new(HasWholeHead: true, bytes, IsChunked: true);
}

/// <summary>What comes after the part.</summary>
internal sealed record CutEnd(bool IsSilent, bool IsClosed, TimeSpan? Lasting)
{
    public static CutEnd Reset { get; } = new(IsSilent: false, IsClosed: false, null);

    public static CutEnd Close { get; } = new(IsSilent: false, IsClosed: true, null);

    public static CutEnd Silence(TimeSpan? lasting) => new(IsSilent: true, IsClosed: false, lasting);

    public async Task PlayAsync(Exchange exchange)
    {
        if (IsClosed) await exchange.CloseAsync().ConfigureAwait(false);
        else if (IsSilent && !await exchange.PauseAsync(Lasting ?? Timeout.InfiniteTimeSpan).ConfigureAwait(false)) return;
        else exchange.Reset();
    }
}
