namespace Evolink.Simulation;

/// <summary>Sends what no HTTP client can read.</summary>
internal sealed record NoResponse(bool CarriesOut) : Fault
{
    private static readonly byte[] s_bytes = [0x15, 0x03, 0x03, 0x00, 0x02, .. "\u00a7 no HTTP \r\n\r\n"u8];

    internal override async Task PlayAsync(Exchange exchange)
    {
        await exchange.TakeAsync(CarriesOut).ConfigureAwait(false);
        await exchange.SendAsync(s_bytes).ConfigureAwait(false);
        await exchange.CloseAsync().ConfigureAwait(false);
    }
}
