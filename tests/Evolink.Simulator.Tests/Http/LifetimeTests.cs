using System.Net.Sockets;
using System.Text;

namespace Evolink.Tests;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Disposing_CutsRequestsThatAreStillUnderway()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(cancellationToken: token);
        using TcpClient client = new();
        await client.ConnectAsync(simulator.BaseAddress.Host, simulator.BaseAddress.Port, token);
        NetworkStream stream = client.GetStream();
        string head = $"POST {Api.Creates} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {simulator.ApiKey}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
        Assert.NotEqual(0, await stream.ReadAsync(new byte[100], token)); // the simulator waits for the body

        await simulator.DisposeAsync();
        await simulator.DisposeAsync();

        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            using TcpClient late = new();
            await late.ConnectAsync(simulator.BaseAddress.Host, simulator.BaseAddress.Port, token);
        });
        Assert.Empty(simulator.Ledger);
    }

    [Fact]
    public async Task APortThatIsTaken_IsAnIOException()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using EvolinkSimulator first = await EvolinkSimulator.StartAsync(cancellationToken: token);

        await Assert.ThrowsAsync<IOException>(() => EvolinkSimulator.StartAsync(new SimulatorOptions { Port = first.BaseAddress.Port }, token));
    }

    [Fact]
    public async Task AnOptionOutOfRange_IsNamed()
    {
        ArgumentException problem = await Assert.ThrowsAnyAsync<ArgumentException>(() => EvolinkSimulator.StartAsync(
            new SimulatorOptions { PendingFor = TimeSpan.FromSeconds(-1) }, TestContext.Current.CancellationToken));

        Assert.Contains(nameof(SimulatorOptions.PendingFor), problem.Message, StringComparison.Ordinal);
    }
}
