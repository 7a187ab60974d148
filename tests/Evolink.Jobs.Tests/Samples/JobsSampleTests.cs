using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Samples;

/// <summary>The sample, killed half way and run again, as its first lines say.</summary>
public sealed class JobsSampleTests
{
    [Fact]
    public async Task TheSample_IsKilled_AndLosesNothing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("evolink-jobs-sample-");
        string sample = Child.AssemblyOf("samples/Jobs", "Jobs");

        (int killed, string first) = await Child.RunAsync(folder.FullName, null, sample, "--kill-after", "3s");
        (int ended, string second) = await Child.RunAsync(folder.FullName, null, sample);

        Assert.True(killed != 0 && first.TrimEnd().EndsWith("of 200 completed, and now this process is killed.", StringComparison.Ordinal), first);
        Assert.True(ended == 0, second);
        Assert.Equal("200 of 200 completed, 200 charges", second.TrimEnd().Split('\n')[^1]);
        Assert.Equal(200, Directory.GetFiles(Path.Combine(folder.FullName, "out", "jobs", "videos")).Length);
        folder.Delete(recursive: true);
    }
}
