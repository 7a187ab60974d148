using System.Globalization;
using System.Security.Cryptography;
using Evolink.Runtime.Tasks.Downloads;

namespace Evolink.Tests.Scenarios.Schedules;

/// <summary>
/// Many downloads of the same and of other results into one folder, each cut, cancelled or finished at random. Whatever a download gave as
/// finished stays as it was. <c>EVOLINK_DOWNLOAD_ROUNDS</c> says how many rounds are played (200 by default).
/// </summary>
public sealed class ConcurrentDownloadTests : IDisposable
{
    private const int AtOnce = 6;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "evolink-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task DownloadsIntoOneFolder_NeverTouchAFinishedFile()
    {
        int rounds = Environment.GetEnvironmentVariable("EVOLINK_DOWNLOAD_ROUNDS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 200;
        for (int round = 0; round < rounds; round++)
        {
            Directory.CreateDirectory(_folder);
            using Barrier start = new(AtOnce);
            Finished?[] finished = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(worker =>
                Task.Factory.StartNew(() => DownloadAsync(new Random((round * AtOnce) + worker), worker, start), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

            Finished[] all = [.. finished.OfType<Finished>()];
            Assert.NotEmpty(all);
            Assert.Equal(all.Length, all.DistinctBy(file => file.Path).Count());
            foreach (Finished file in all) Assert.True(file.Hash == HashOf(file.Path), $"Round {round}: {file.Path} is not as it was.");
            Directory.Delete(_folder, recursive: true);
        }
    }

    // As ResultDownloader does it, without the network: the races are those of the folder.
    private async Task<Finished?> DownloadAsync(Random random, int worker, Barrier start)
    {
        // Half of them want the same result, the others another one of the same name.
        ResultFile file = new(worker % 2 == 0 ? "task-1" : $"task-{worker}", 0, 1, "");
        byte[] content = new byte[random.Next(1, 40_000)];
        random.NextBytes(content);
        start.SignalAndWait();
        for (int tries = 0; tries < 50; tries++)
        {
            if (random.Next(3) == 0) await Task.Yield();
            try
            {
                using PartFile part = PartFile.Open(_folder, file, new Uri("https://r.test/" + worker));
                part.Restart(new Uri("https://r.test/" + worker), "\"v1\"", content.Length);
                int half = content.Length / 2;
                await part.AppendAsync(content.AsMemory(0, half));
                if (random.Next(4) == 0) continue;
                await part.AppendAsync(content.AsMemory(half));
                string path = part.Complete(_folder, "clip.mp4");
                return new Finished(path, Convert.ToHexString(SHA256.HashData(content)));
            }
            catch (IOException)
            {
                // Another one is at work on it.
            }
        }

        return null;
    }

    private static string HashOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }

    private sealed record Finished(string Path, string Hash);
}
