using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>A file from the loopback to the disk, against CopyToAsync and the same flush.</summary>
internal static class DownloadRow
{
    private const int Size = 100 * 1024 * 1024;
    private const int Runs = 5;

    public static async IAsyncEnumerable<Row> MeasureAsync()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        using CancellationTokenSource end = new();
        Task serving = ServeAsync(listener, address, end.Token);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("evolink-benchmark");
        try
        {
            using EvolinkClient client = new(new EvolinkOptions { ApiKey = Rivals.InMemory.Key, BaseAddress = new Uri(address) });
            using HttpClient http = new();
            List<double> own = [], copy = [];
            for (int run = 0; run < Runs; run++)
            {
                own.Add(await TimeAsync(folder, () => client.Resume(Rivals.InMemory.TaskId).DownloadAsync(folder.FullName)));
                copy.Add(await TimeAsync(folder, () => CopyAsync(http, address + "/video.mp4", Path.Combine(folder.FullName, "copy.mp4"))));
            }

            yield return new Row($"download of {Size >> 20} MB from the loopback, flushed: speed", "CopyToAsync", copy.Min() / own.Min(), 0.95)
            {
                IsAtLeast = true,
                Detail = string.Create(CultureInfo.InvariantCulture, $"{own.Min():0} ms against {copy.Min():0} ms, best of {Runs}"),
            };
        }
        finally
        {
            await end.CancelAsync();
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> TimeAsync(DirectoryInfo folder, Func<Task> download)
    {
        long start = Stopwatch.GetTimestamp();
        await download();
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        foreach (FileInfo file in folder.EnumerateFiles()) file.Delete();
        return time;
    }

    private static async Task CopyAsync(HttpClient http, string address, string path)
    {
        await using Stream source = await http.GetStreamAsync(new Uri(address));
        await using FileStream target = File.Create(path);
        await source.CopyToAsync(target);
        target.Flush(flushToDisk: true);
    }

    private static async Task ServeAsync(TcpListener listener, string address, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested) _ = AnswerAsync(await listener.AcceptTcpClientAsync(cancellationToken), address, cancellationToken);
    }

    private static async Task AnswerAsync(TcpClient connection, string address, CancellationToken cancellationToken)
    {
        byte[] video = new byte[64 * 1024], request = new byte[8 * 1024];
        "\0\0\0\u0018ftypmp42"u8.CopyTo(video);
        try
        {
            using (connection)
            {
                NetworkStream stream = connection.GetStream();
                for (int count; (count = await stream.ReadAsync(request, cancellationToken)) > 0;)
                {
                    bool isVideo = Encoding.ASCII.GetString(request, 0, count).Contains("/video.mp4", StringComparison.Ordinal);
                    string task = $$"""{"id":"{{Rivals.InMemory.TaskId}}","status":"completed","results":["{{address}}/video.mp4"]}""";
                    string head = $"HTTP/1.1 200 OK\r\nContent-Type: {(isVideo ? "video/mp4" : "application/json")}\r\nContent-Length: {(isVideo ? Size : task.Length)}\r\n\r\n{(isVideo ? "" : task)}";
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
                    for (int sent = 0; isVideo && sent < Size; sent += video.Length) await stream.WriteAsync(video, cancellationToken);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The other side has what it wants.
        }
    }
}
