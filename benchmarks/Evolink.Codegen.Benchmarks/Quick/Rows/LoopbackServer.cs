using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>
/// A server on the loopback, in a process of its own, so that what it allocates is not counted: a task under way, a completed one, and
/// its video.
/// </summary>
internal static class LoopbackServer
{
    public const string Argument = "--loopback-server";

    public const string CompletedId = "task-unified-completed";

    public const int VideoSize = 300 * 1024 * 1024;

    /// <summary>What the child does: prints its address, and serves.</summary>
    public static async Task<int> ChildAsync()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        Console.WriteLine(address);
        using CancellationTokenSource end = new();
        Task serving = ServeAsync(listener, address, end.Token);
        await Child.EndOfInputAsync();
        await end.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static async Task ServeAsync(TcpListener listener, string address, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested) _ = RespondAsync(await listener.AcceptTcpClientAsync(cancellationToken), address, cancellationToken);
    }

    private static async Task RespondAsync(TcpClient connection, string address, CancellationToken cancellationToken)
    {
        byte[] completed = Encoding.UTF8.GetBytes($$"""{"id":"{{CompletedId}}","status":"completed","results":["{{address}}/video.mp4"]}""");
        byte[] video = new byte[64 * 1024], request = new byte[8 * 1024];
        "\0\0\0\u0018ftypmp42"u8.CopyTo(video);
        try
        {
            using (connection)
            {
                connection.NoDelay = true;
                NetworkStream stream = connection.GetStream();
                for (int count; (count = await stream.ReadAsync(request, cancellationToken)) > 0;)
                {
                    string text = Encoding.ASCII.GetString(request, 0, count);
                    bool isVideo = text.Contains("/video.mp4", StringComparison.Ordinal);
                    byte[] body = isVideo ? [] : text.Contains(CompletedId, StringComparison.Ordinal) ? completed : Rivals.InMemory.Running;
                    string head = $"HTTP/1.1 200 OK\r\nContent-Type: {(isVideo ? "video/mp4" : "application/json")}\r\nContent-Length: {(isVideo ? VideoSize : body.Length)}\r\n\r\n";
                    await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], cancellationToken);
                    for (int sent = 0; isVideo && sent < VideoSize; sent += video.Length) await stream.WriteAsync(video, cancellationToken);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The other side has what it wants.
        }
    }
}
