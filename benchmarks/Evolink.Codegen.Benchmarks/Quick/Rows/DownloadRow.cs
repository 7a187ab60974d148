using System.Diagnostics;
using System.Globalization;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>A file from the loopback to the disk, against CopyToAsync and the same flush.</summary>
internal static class DownloadRow
{
    private const int Runs = 5;

    public static async IAsyncEnumerable<Row> MeasureAsync()
    {
        using Child server = Child.Start(out string address, LoopbackServer.Argument);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("evolink-benchmark");
        try
        {
            using EvolinkClient client = new(new EvolinkOptions { ApiKey = Rivals.InMemory.Key, BaseAddress = new Uri(address) });
            using HttpClient http = new();
            List<double> own = [], copy = [];
            for (int run = 0; run < Runs; run++)
            {
                own.Add(await TimeAsync(folder, () => client.Resume(LoopbackServer.CompletedId).DownloadAsync(folder.FullName)));
                copy.Add(await TimeAsync(folder, () => CopyAsync(http, address + "/video.mp4", Path.Combine(folder.FullName, "copy.mp4"))));
            }

            yield return new Row($"download of {LoopbackServer.VideoSize >> 20} MB from the loopback, flushed: speed", "CopyToAsync", copy.Min() / own.Min(), 0.95)
            {
                IsAtLeast = true,
                Detail = string.Create(CultureInfo.InvariantCulture, $"{own.Min():0} ms against {copy.Min():0} ms, best of {Runs}"),
            };
        }
        finally
        {
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
}
