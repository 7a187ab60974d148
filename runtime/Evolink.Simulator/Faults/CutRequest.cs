namespace Evolink.Simulation;

/// <summary>Reads so much of a request's body and resets the connection.</summary>
internal sealed record CutRequest(long AfterBytes) : Fault
{
    internal override async Task PlayAsync(Exchange exchange)
    {
        await exchange.ReadAsync(AfterBytes).ConfigureAwait(false);
        exchange.Reset();
    }
}
