namespace Evolink.Simulation;

/// <summary>Carries the request out, sends a part of the response, and ends.</summary>
internal sealed record CutResponse(ResponsePart Part, CutEnd End) : Fault
{
    internal override async Task PlayAsync(Exchange exchange)
    {
        if (Part == ResponsePart.Nothing)
        {
            await exchange.CarryOutAsync().ConfigureAwait(false);
        }
        else
        {
            RawResponse answer = await exchange.CaptureAsync().ConfigureAwait(false);
            await exchange.SendAsync(answer, answer.Begin(Part), Math.Min(answer.Body.Length, Part.BodyBytes)).ConfigureAwait(false);
        }

        await End.PlayAsync(exchange).ConfigureAwait(false);
    }
}

/// <summary>How much of a response is sent, and in which form.</summary>
internal sealed record ResponsePart(bool HasWholeHead, int BodyBytes, bool IsChunked)
{
    public static ResponsePart Nothing { get; } = new(HasWholeHead: false, -1, IsChunked: false);

    public static ResponsePart HalfHead { get; } = new(HasWholeHead: false, 0, IsChunked: false);

    public static ResponsePart Body(int bytes) => new(HasWholeHead: true, bytes, IsChunked: false);

    public static ResponsePart Chunks(int bytes) => new(HasWholeHead: true, bytes, IsChunked: true);
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
