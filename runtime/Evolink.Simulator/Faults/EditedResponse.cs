namespace Evolink.Simulation;

/// <summary>Carries the request out and sends its response with other bytes.</summary>
internal sealed record EditedResponse(string Name, Func<byte[], byte[]> Edit) : Fault
{
    public override string ToString() => $"Edited {{ {Name} }}";

    internal override async Task PlayAsync(Exchange exchange)
    {
        RawResponse original = await exchange.CaptureAsync().ConfigureAwait(false);

        // Whoever gets all of it can know the id, in whichever bytes it stands: for the ledger the whole response was sent.
        original.Created?.Answered(original.Body.Length, original.Body);
        RawResponse edited = original with { Body = Edit(original.Body), Created = null };
        await exchange.SendAsync(edited, edited.Head(), 0).ConfigureAwait(false);
        await exchange.SendAsync(edited, edited.Body, edited.Body.Length).ConfigureAwait(false);
        await exchange.CloseAsync().ConfigureAwait(false);
    }
}
