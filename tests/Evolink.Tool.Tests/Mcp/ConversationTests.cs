using System.Text.Json;
using Evolink.Tool.Tests.Support;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Evolink.Tool.Tests.Mcp;

/// <summary>A conversation as an agent would have it, over both transports.</summary>
public sealed class ConversationTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";
    private static readonly object s_request = new { prompt = "run", image_urls = new[] { "https://cdn.example.com/cat.png" } };

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FromTheSearchToTheFile(bool overHttp)
    {
        await using McpRun run = await StartAsync(overHttp, "--simulate", "--folder", _home.PathOf("allowed"));
        IList<McpClientTool> tools = await run.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        string[] expected = ["check_balance", "download_result", "estimate_cost", "generate", "get_job", "get_model", "list_jobs", "search_models", "upload_file", "validate_request", "wait_job"];
        Assert.Equal(expected, tools.Select(static tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, static tool => Assert.NotEmpty(tool.Description));

        JsonElement found = await run.CallAsync("search_models", new { words = "happyhorse", kind = "video", takes = new[] { "image" } });
        Assert.Contains(Model, found.GetProperty("models").EnumerateArray().Select(static model => model.GetProperty("id").GetString()));
        Assert.Equal("object", (await run.CallAsync("get_model", new { model = Model })).GetProperty("json_schema").GetProperty("type").GetString());
        Assert.True((await run.CallAsync("validate_request", new { model = Model, request = s_request })).GetProperty("valid").GetBoolean());

        Directory.CreateDirectory(_home.PathOf("allowed"));
        await File.WriteAllBytesAsync(_home.PathOf("allowed/cat.png"), TestFiles.Png, TestContext.Current.CancellationToken);
        string url = (await run.CallAsync("upload_file", new { path = "cat.png", model = Model })).GetProperty("url").GetString()!;
        object request = new { prompt = "run", image_urls = new[] { url }, duration = 4 };
        JsonElement cost = await run.CallAsync("estimate_cost", new { model = Model, request });
        decimal most = cost.GetProperty("to_credits").GetDecimal();
        decimal before = (await run.CallAsync("check_balance")).GetProperty("account_used_credits").GetDecimal();

        JsonElement done = await run.CallAsync("generate", new { model = Model, request, max_credits = most });
        Assert.Equal("completed", done.GetProperty("state").GetString());
        Assert.Equal(most, (await run.CallAsync("check_balance")).GetProperty("account_used_credits").GetDecimal() - before);
        JsonElement saved = await run.CallAsync("download_result", new { job = done.GetProperty("job").GetString(), folder = "clips" });
        string file = Assert.Single(saved.GetProperty("files").EnumerateArray()).GetString()!;
        Assert.StartsWith(_home.PathOf(Path.Combine("allowed", "clips")), file, StringComparison.Ordinal);
        Assert.True(new FileInfo(file).Length > 0);
        Assert.Equal(1, (await run.CallAsync("list_jobs", new { state = "completed" })).GetProperty("total").GetInt32());
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AJobThatTakesLong_IsGivenAtOnce_AndWaitedForWithProgress(bool overHttp)
    {
        using TestHome slow = new() { Simulator = new SimulatorOptions { PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.FromSeconds(6) } };
        await using McpRun run = overHttp ? await McpRun.HttpAsync(slow, "--simulate") : await McpRun.StdioAsync(slow, "--simulate");
        JsonElement begun = await run.CallAsync("generate", new { model = Model, request = s_request, max_credits = 10_000_000, wait_seconds = 0 });
        string job = begun.GetProperty("job").GetString()!;
        Assert.Equal("queued", begun.GetProperty("state").GetString());
        Assert.Contains($"Call wait_job with {job}", begun.GetProperty("next").GetString(), StringComparison.Ordinal);

        Steps steps = new();
        Assert.Equal("completed", (await run.CallAsync("wait_job", new { job }, steps)).GetProperty("state").GetString());
        Assert.Contains(steps.Values, static value => value.Progress is > 0 and < 100 && value.Message == "running");
    }

    [Fact]
    public async Task AConversationThatBreaksOff_IsTakenUpByTheNextServer_AndPaidForOnce()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { ProcessingFor = TimeSpan.FromSeconds(2) });
        object wish = new { model = Model, request = s_request, max_credits = 10_000_000, key = "scene 4", wait_seconds = 1 };
        string job;
        await using (McpRun first = await McpRun.StdioAsync(_home))
        {
            JsonElement begun = await first.CallAsync("generate", wish);
            Assert.Equal("running", begun.GetProperty("state").GetString());
            job = begun.GetProperty("job").GetString()!;
        }

        await using McpRun second = await McpRun.StdioAsync(_home);
        Assert.Equal(job, (await second.CallAsync("list_jobs")).GetProperty("jobs")[0].GetProperty("job").GetString());
        Assert.Equal("completed", (await second.CallAsync("wait_job", new { job })).GetProperty("state").GetString());
        Assert.Equal(job, (await second.CallAsync("generate", wish)).GetProperty("job").GetString());
        Assert.Single(service.Ledger);
    }

    private Task<McpRun> StartAsync(bool overHttp, params string[] arguments) => overHttp ? McpRun.HttpAsync(_home, arguments) : McpRun.StdioAsync(_home, arguments);

    private sealed class Steps : IProgress<ProgressNotificationValue>
    {
        private readonly List<ProgressNotificationValue> _values = [];

        public IReadOnlyList<ProgressNotificationValue> Values
        {
            get
            {
                lock (_values) return [.. _values];
            }
        }

        public void Report(ProgressNotificationValue value)
        {
            lock (_values) _values.Add(value);
        }
    }
}
