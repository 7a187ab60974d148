using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenario 22: downloads that are cut, changed, refused, or come too late.</summary>
public sealed class DownloadScenarios : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "evolink-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ADownloadThatIsCutAtEvery64Kb_ArrivesWhole()
    {
        byte[] whole = [];
        await using Scenario scenario = await Scenario.StartAsync(Failing(number => number * Piece < whole.Length ? Fault.Truncated(Piece) : null));
        whole = await ResultAsync(scenario);

        Assert.Equal(whole, await DownloadAsync(scenario));
        Assert.Equal(1 + (whole.Length + Piece - 1) / Piece, scenario.Downloads.Count);
        Assert.DoesNotContain(scenario.Downloads, request => request.HasCredentials);
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    [Fact]
    public async Task ADownloadThatIsThrownBackAgainAndAgain_Ends()
    {
        await using Scenario scenario = await Scenario.StartAsync(Failing(number => number % 2 == 1 ? Fault.Truncated(Piece) : Fault.Status(416)));
        await ResultAsync(scenario);

        EvolinkDownloadException error = await Scenario.FailsAsync<EvolinkDownloadException>(DownloadAsync(scenario));

        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, error.TaskId);
        Assert.InRange(scenario.Downloads.Count, 2, 10);
    }

    [Fact]
    public async Task AResultThatChangedInBetween_IsTakenAnew()
    {
        byte[] other = [.. Enumerable.Range(0, 100_000).Select(index => (byte)(index * 31 / 7))];
        await using Scenario scenario = await Scenario.StartAsync(Failing(number => number == 1
            ? Fault.Truncated(Piece)
            : Fault.Answer(200, "video/mp4", other, new Dictionary<string, string> { ["ETag"] = "\"v2\"" })));
        await ResultAsync(scenario);

        Assert.Equal(other, await DownloadAsync(scenario));
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    [Theory]
    [InlineData(416)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task AnErrorInBetween_IsNoEnd(int status)
    {
        await using Scenario scenario = await Scenario.StartAsync(Failing(number => number switch { 1 => Fault.Truncated(Piece), 2 => Fault.Status(status), _ => null }));
        byte[] whole = await ResultAsync(scenario);

        Assert.Equal(whole, await DownloadAsync(scenario));
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    [Fact]
    public async Task AWebPage_IsNoResult()
    {
        await using Scenario scenario = await Scenario.StartAsync(Failing(_ => Fault.Html()));
        await ResultAsync(scenario);

        EvolinkDownloadException error = await Scenario.FailsAsync<EvolinkDownloadException>(DownloadAsync(scenario));

        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, error.TaskId);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task AfterADay_TheResultIsExpired_AndSaysSo()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        await ResultAsync(scenario);
        scenario.Time.Advance(TimeSpan.FromHours(25));

        EvolinkDownloadException error = await Scenario.FailsAsync<EvolinkDownloadException>(DownloadAsync(scenario));

        Assert.Equal((true, HttpStatusCode.NotFound, scenario.Simulator.Ledger[0].TaskId), (error.ResultExpired, error.StatusCode, error.TaskId));
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    /// <summary>Completes a task and gives its result as it should arrive.</summary>
    private static async Task<byte[]> ResultAsync(Scenario scenario)
    {
        TestTask task = await scenario.GenerateAsync();
        using HttpClient http = new();
        return await http.GetByteArrayAsync(new Uri(scenario.Simulator.BaseAddress, $"/results/{task.Id}.mp4"));
    }

    /// <summary>Faults for the downloads of the client, counted from 1; the test's own is spared.</summary>
    private static Func<SimulatorOptions, SimulatorOptions> Failing(Func<int, Fault?> fault)
    {
        int downloads = -1;
        return options => options with { Faults = request => request.Kind == RequestKind.Download && ++downloads > 0 ? fault(downloads) : null };
    }

    private async Task<byte[]> DownloadAsync(Scenario scenario)
    {
        GenerationTask<TestTask> task = scenario.Client.Resume(scenario.Simulator.Ledger[0].TaskId);
        return await File.ReadAllBytesAsync(Assert.Single(await scenario.Time.RunAsync(task.DownloadAsync(_folder))));
    }
}
