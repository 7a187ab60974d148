namespace Evolink.Simulation;

/// <summary>Carries the request out and sends its response in small pieces.</summary>
internal sealed record DrippedResponse(int Bytes, TimeSpan Interval) : Fault
{
    internal override async Task PlayAsync(Exchange exchange)
    {
        RawResponse answer = await exchange.CaptureAsync().ConfigureAwait(false);
        await exchange.SendAsync(answer, answer.Head(), 0).ConfigureAwait(false);
        for (int at = 0; at < answer.Body.Length; at += Bytes)
        {
            if (!await exchange.PauseAsync(Interval).ConfigureAwait(false)) return;
            int piece = Math.Min(Bytes, answer.Body.Length - at);
            await exchange.SendAsync(answer, answer.Body.AsMemory(at, piece), piece).ConfigureAwait(false);
        }

        await exchange.CloseAsync().ConfigureAwait(false);
    }
}
