using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evolink.Tests.Support;

/// <summary>Plain sockets on the loopback, for what no mocking library can express: resets, truncation, silence.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<RawConnection, Task> _serve;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly Lock _lock = new();
    private readonly List<RawConnection> _connections = [];

    /// <param name="serve">Serves one connection; it is closed afterwards.</param>
    public RawServer(Func<RawConnection, Task> serve)
    {
        _serve = serve;
        _listener.Server.ReceiveBufferSize = 16 * 1024;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The requests that came whole, each with its head and body, in order.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock) return [.. _connections.SelectMany(connection => connection.Requests)];
        }
    }

    /// <summary>How often somebody connected.</summary>
    public int Connections
    {
        get
        {
            lock (_lock) return _connections.Count;
        }
    }

    public EvolinkOptions Options(TimeProvider? time = null)
    {
        EvolinkOptions options = TestApi.Options(time);
        options.BaseAddress = Address;
        return options;
    }

    /// <summary>Refuses whoever connects from now on.</summary>
    public void StopListening() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        lock (_lock) _connections.ForEach(connection => connection.Dispose());
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                RawConnection connection = new(await _listener.AcceptSocketAsync(_stop.Token), _stop.Token);
                lock (_lock) _connections.Add(connection);
                _ = ServeAsync(connection);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(RawConnection connection)
    {
        try
        {
            await _serve(connection);
            connection.Dispose();
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client left first.
        }
    }
}

/// <summary>One connection of a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(Socket socket, CancellationToken stop) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly List<string> _requests = [];

    public IReadOnlyList<string> Requests => _requests;

    public CancellationToken Stop => stop;

    /// <summary>Reads one request, its body included; null where the client closed.</summary>
    public async Task<string?> ReadRequestAsync()
    {
        string? head = await ReadHeadAsync();
        if (head is null) return null;
        int length = Header(head, "Content-Length") is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
        byte[] body = new byte[length];
        await _stream.ReadExactlyAsync(body, stop);
        string request = head + Encoding.UTF8.GetString(body);
        _requests.Add(request);
        return request;
    }

    /// <summary>Reads a request's head and leaves its body unread.</summary>
    public async Task<string?> ReadHeadAsync()
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _stream.ReadAsync(one, stop) == 0) return null;
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes, stop);

    public Task AnswerAsync(string status, string body, string headers = "Content-Type: application/json") =>
        WriteAsync($"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>Ends the connection with a reset instead of a goodbye.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Says nothing more, and stays.</summary>
    public Task StayAsync() => Task.Delay(Timeout.Infinite, stop);

    public void Dispose() => _stream.Dispose();

    public static string? Header(string request, string name) => request.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
