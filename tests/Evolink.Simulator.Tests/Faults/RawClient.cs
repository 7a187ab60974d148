using System.Net.Sockets;
using System.Text;

namespace Evolink.Tests.Faults;

/// <summary>A plain socket that speaks to a simulator, and sees what a client's library would hide.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly EvolinkSimulator _simulator;

    private RawClient(EvolinkSimulator simulator) => _simulator = simulator;

    public static async Task<RawClient> ConnectAsync(EvolinkSimulator simulator)
    {
        RawClient client = new(simulator);
        await client._socket.ConnectAsync(simulator.BaseAddress.Host, simulator.BaseAddress.Port, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Sends one create on a connection of its own and receives to the end.</summary>
    public static async Task<RawReply> CreateAsync(EvolinkSimulator simulator, string? key = null)
    {
        using RawClient client = await ConnectAsync(simulator);
        await client.SendCreateAsync(key);
        return await client.ReceiveAsync();
    }

    public Task SendCreateAsync(string? key = null) =>
        SendAsync($"POST {Api.Creates} HTTP/1.1\r\n{(key is null ? "" : $"Idempotency-Key: {key}\r\n")}{Headers(Api.Film.Length)}{Api.Film}");

    public Task SendGetAsync(string path) => SendAsync($"GET {path} HTTP/1.1\r\n{Headers(0)}");

    public async Task SendAsync(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text), SocketFlags.None, TestContext.Current.CancellationToken);

    public string Headers(int length) =>
        $"Host: simulator\r\nAuthorization: Bearer {_simulator.ApiKey}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n";

    /// <summary>Receives until the server ends the connection, or until a text has come.</summary>
    public async Task<RawReply> ReceiveAsync(string? until = null)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (until is null || !text.ToString().EndsWith(until, StringComparison.Ordinal))
            {
                int count = await _socket.ReceiveAsync(buffer, SocketFlags.None, TestContext.Current.CancellationToken);
                if (count == 0) return new RawReply(text.ToString(), WasReset: false);
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }

            return new RawReply(text.ToString(), WasReset: false);
        }
        catch (SocketException reset) when (reset.SocketErrorCode is SocketError.ConnectionReset)
        {
            return new RawReply(text.ToString(), WasReset: true);
        }
    }

    public void Dispose() => _socket.Dispose();
}

/// <param name="Text">Everything that came.</param>
/// <param name="WasReset">Whether the connection ended with a reset rather than in good order.</param>
internal sealed record RawReply(string Text, bool WasReset)
{
    public string Head => Text.Split("\r\n\r\n")[0];

    public string Body => Text.Contains("\r\n\r\n", StringComparison.Ordinal) ? Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..] : "";

    public string? Header(string name) => Head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
