using System.Globalization;
using System.Text.Json;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Generating;

/// <summary>One request, as somebody types it.</summary>
public sealed class GenerateTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";
    private static readonly string[] s_valid = ["generate", Model, "--prompt", "run", "--image-urls", "https://cdn.example.com/cat.png"];

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task ParametersAreOptions_AndResultsAreOnTheOutputAlone()
    {
        ToolRun run = (await _home.RunAsync([.. s_valid, "--duration", "4", "--simulate"])).Ended(0);
        Assert.StartsWith("http", Assert.Single(run.Lines), StringComparison.Ordinal);
        run.Says($"{Model} is done");
    }

    [Fact]
    public async Task OptionsGoBeforeTheFile_AndTheFileMayBeTheInput()
    {
        const string input = """{ "prompt": "sleep", "image_urls": ["https://cdn.example.com/cat.png"], "duration": 3 }""";
        ToolRun run = (await _home.RunAsync(input, TestContext.Current.CancellationToken, "generate", Model, "--input", "-", "--duration", "5", "--dry-run", "--json")).Ended(0);
        Assert.Equal(("sleep", 5), (run.Json.GetProperty("prompt").GetString(), run.Json.GetProperty("duration").GetInt32()));
    }

    [Fact]
    public async Task EveryKindOfValue_IsTyped()
    {
        ToolRun run = (await _home.RunAsync(
            "generate", "kling-v3-motion-control", "--prompt", "123", "--image-urls", "https://example.com/a.jpg", "--video-urls", "https://example.com/b.mp4",
            "--quality", "720p", "--model-params.character-orientation", "image", "--model-params.keep-sound", "false", "--dry-run", "--json")).Ended(0);
        JsonElement json = run.Json;
        Assert.Equal("123", json.GetProperty("prompt").GetString());
        Assert.Equal(JsonValueKind.Array, json.GetProperty("image_urls").ValueKind);
        Assert.Equal("image", json.GetProperty("model_params").GetProperty("character_orientation").GetString());
        Assert.Equal(JsonValueKind.False, json.GetProperty("model_params").GetProperty("keep_sound").ValueKind);
    }

    [Fact]
    public async Task ADryRun_ShowsTheRequest_AndNeedsNoKey()
    {
        ToolRun run = (await _home.RunAsync([.. s_valid, "--dry-run"])).Ended(0).Says("Nothing was sent.");
        Assert.Equal("POST /v1/videos/generations", run.Lines[0]);
    }

    [Fact]
    public async Task ARequestThatBreaksItsSpecification_IsNotSent_AndSaysHow()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        ToolRun run = await _home.RunAsync([.. s_valid, "--duration", "99"]);
        run.Ended(3).Says("The request was not sent: 1 value is not valid.\n  duration: must be");
        run.Says($"`evolink describe {Model}` says what it takes.");
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task ALimit_IsReadAlikeInEveryCountry()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            (await _home.RunAsync("generate", "gpt-image-2", "--prompt", "x", "--simulate", "--max-credits", "0.001")).Ended(1).Says("0.001");
            (await _home.RunAsync("generate", "gpt-image-2", "--prompt", "x", "--simulate", "--max-credits", "1,5")).Ended(2).Says("--max-credits needs a number such as 12.5, not '1,5'");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("http://gateway.example:8080")]
    [InlineData("localhost:5080")]
    public async Task AnAddressThatCannotBeUsed_IsSaid_AndIsNoDefect(string address)
    {
        _home.Variables[EvolinkOptions.BaseAddressVariable] = address;
        (await _home.RunAsync("generate", "gpt-image-2", "--prompt", "x", "--dry-run")).Ended(2).Says("BaseAddress");
    }

    [Fact]
    public async Task ANameThatStandsTwiceInTheInput_AndAFolderWithoutAName_AreSaid()
    {
        (await _home.RunAsync("""{"prompt":"a","prompt":"b"}""", TestContext.Current.CancellationToken, "generate", "gpt-image-2", "--input", "-", "--simulate")).Ended(2).Says("is no JSON");
        (await _home.RunAsync("generate", "gpt-image-2", "--prompt", "x", "--simulate", "--download", "")).Ended(2).Says("has no name");
    }

    [Fact]
    public async Task WhatAServerSays_IsNotObeyedByTheTerminal()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Script = static _ => TaskScript.Failing(TimeSpan.Zero, new TaskFailure("internal_error", "a\u001b]0;title\u0007b")) });
        ToolRun run = (await _home.RunAsync("generate", "gpt-image-2", "--prompt", "x")).Ended(1);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public async Task AMemberThatIsNearlyRight_IsNamed() =>
        (await _home.RunAsync("""{ "promt": "run" }""", TestContext.Current.CancellationToken, "generate", Model, "--input", "-", "--dry-run")).Ended(3).Says("did you mean 'prompt'?");

    [Theory]
    [InlineData("--promt x", "evolink generate has no option '--promt'; did you mean --prompt?")]
    [InlineData("--timeout soon", "--timeout needs a time over 0 and at most 24h, such as 90s, 10m or 1h, not 'soon'.")]
    [InlineData("--input no-such.json", "--input: there is no file 'no-such.json'.")]
    [InlineData("--example --input -", "--input and --example are two requests; take one.")]
    [InlineData("--callback-url", "Required argument missing for option: '--callback-url'.")]
    public async Task ACommandLineThatIsNotUnderstood_SaysWhatIsMeant(string arguments, string message) =>
        (await _home.RunAsync([.. s_valid, .. arguments.Split(' ')])).Ended(2).Says(message);

    [Theory]
    [InlineData("gnerate", "evolink has no command or argument 'gnerate'; did you mean generate?")]
    [InlineData("jobs wai", "did you mean wait?")]
    public async Task ACommandThatIsNearlyRight_IsNamed(string arguments, string message) => (await _home.RunAsync(arguments.Split(' '))).Ended(2).Says(message);

    [Fact]
    public async Task WithoutAKey_ItSaysHowToGetOne_AndHowToDoWithout()
    {
        ToolRun run = (await _home.RunAsync(s_valid)).Ended(2).Says("https://evolink.ai/dashboard/keys");
        run.Says("--simulate");
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task AFailedTask_EndsWith1_AndItsReason()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Script = static _ => TaskScript.Failing(TimeSpan.Zero, new TaskFailure("content_policy_violation", "The picture is not allowed.")) });
        (await _home.RunAsync(s_valid)).Ended(1).Says("The picture is not allowed.");
    }

    [Fact]
    public async Task ARefusedKey_EndsWith1_AndIsNotWaitedFor()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        _home.Variables[EvolinkOptions.ApiKeyVariable] = "sk-mistyped";
        ToolRun run = (await _home.RunAsync(s_valid)).Ended(1);
        Assert.DoesNotContain("sk-mistyped", run.ToString(), StringComparison.Ordinal);
        Assert.Empty(service.Ledger);
        Assert.Equal("canceled", (await _home.RunAsync("jobs", "list", "--json")).Json[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task ALostAnswer_EndsWith4_AndIsResolved()
    {
        FaultPlan plan = new();
        plan.OnCreates(Fault.ResetAfterRequest());
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Faults = plan.For });
        (await _home.RunAsync(s_valid)).Ended(4).Says("evolink jobs resolve job-");

        string job = (await _home.RunAsync("jobs", "list", "--json")).Json[0].GetProperty("job").GetString()!;
        (await _home.RunAsync("jobs", "resolve", job)).Ended(2);
        (await _home.RunAsync("jobs", "resolve", job, service.Tasks[0].Task.Id)).Ended(0);
        (await _home.RunAsync("jobs", "wait", job)).Ended(0);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task ATimeOut_EndsWith5_AndTheTaskIsTakenUpAgain()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { ProcessingFor = TimeSpan.FromSeconds(3) });
        ToolRun late = (await _home.RunAsync([.. s_valid, "--timeout", "2s"])).Ended(5).Says("evolink jobs wait job-");

        string job = late.Error.Split("evolink jobs wait ")[1].Trim();
        ToolRun done = (await _home.RunAsync("jobs", "download", job, _home.PathOf("later"))).Ended(0);
        Assert.True(new FileInfo(Assert.Single(done.Lines)).Length > 0);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task ATimeOutBeforeTheRequestWasSent_CancelsIt_AndEndsWith1()
    {
        FaultPlan plan = new();
        plan.OnCreates(Fault.Status(429, retryAfter: "600"));
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Faults = plan.For });
        (await _home.RunAsync([.. s_valid, "--timeout", "3s"])).Ended(1).Says("The time is up. The request was not sent, and nothing was paid for.");
        Assert.Equal("canceled", (await _home.RunAsync("jobs", "list", "--json")).Json[0].GetProperty("state").GetString());
        Assert.Empty(service.Ledger);
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("jobs", "wait")]
    public async Task TheHelpOfATimeOut_HasItsLimitAndBothExitCodes(params string[] command)
    {
        string help = (await _home.RunAsync([.. command, "--help"])).Ended(0).Text;
        Assert.All(["at most 24h", "exit code 5", "exit code 1"], part => Assert.Contains(part, help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("48h")]
    [InlineData("0s")]
    public async Task ATimeOutOutsideOfItsLimits_IsRefused_WithThem(string time) =>
        (await _home.RunAsync([.. s_valid, "--timeout", time])).Ended(2).Says($"--timeout needs a time over 0 and at most 24h, such as 90s, 10m or 1h, not '{time}'");

    [Fact]
    public async Task CtrlC_EndsWith130_AndSaysHowToGoOn()
    {
        using CancellationTokenSource interrupted = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with
        {
            ProcessingFor = TimeSpan.FromHours(1),
            OnRequest = request => { if (request.Method == "GET") interrupted.Cancel(); },
        });
        (await _home.RunAsync("", interrupted.Token, s_valid)).Ended(130).Says("The task goes on. Take it up again with: evolink jobs wait job-");
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task CtrlCBeforeTheRequestWasSent_SendsItNeitherNowNorLater()
    {
        using CancellationTokenSource interrupted = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _home.Variables[EvolinkOptions.ApiKeyVariable] = "sk-0123456789abcdef";
        _home.Variables[EvolinkOptions.BaseAddressVariable] = "http://127.0.0.1:1";
        Task<ToolRun> running = _home.RunAsync("", interrupted.Token, s_valid);
        while (!running.IsCompleted && !IsWaiting((await _home.RunAsync("jobs", "list", "--json")).Json)) await Task.Delay(100, TestContext.Current.CancellationToken);
        await interrupted.CancelAsync();

        (await running).Ended(130).Says("The request was not sent, and nothing was paid for.");
        Assert.Equal("canceled", (await _home.RunAsync("jobs", "list", "--json")).Json[0].GetProperty("state").GetString());

        static bool IsWaiting(JsonElement jobs) => jobs.GetArrayLength() == 1 && jobs[0].GetProperty("state").GetString() == "queued" && jobs[0].GetProperty("error").ValueKind == JsonValueKind.Object;
    }

    [Fact]
    public async Task Detached_ReturnsAtOnce_AndAnotherRunDownloads()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string job = Assert.Single((await _home.RunAsync([.. s_valid, "--detach"])).Ended(0).Lines);
        Assert.StartsWith("job-", job, StringComparison.Ordinal);

        JsonElement shown = (await _home.RunAsync("jobs", "show", job)).Ended(0).Json;
        Assert.Equal("run", shown.GetProperty("request").GetProperty("prompt").GetString());
        ToolRun done = (await _home.RunAsync("jobs", "download", job, _home.PathOf("out"))).Ended(0);
        Assert.StartsWith(_home.PathOf("out"), Assert.Single(done.Lines), StringComparison.Ordinal);
        Assert.Contains(job, (await _home.RunAsync("jobs", "list", "--state", "completed")).Ended(0).Out, StringComparison.Ordinal);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task AFolderThatCannotBeWritten_IsFoundBeforeAnythingIsPaidFor()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await File.WriteAllTextAsync(_home.PathOf("file"), "", TestContext.Current.CancellationToken);
        (await _home.RunAsync([.. s_valid, "--download", _home.PathOf(Path.Combine("file", "out"))])).Ended(1).Says("Nothing was sent.");
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Help_HasTheModelsParameters()
    {
        ToolRun run = (await _home.RunAsync("generate", Model, "--help")).Ended(0);
        Assert.Contains("--image-urls <url>", run.Out, StringComparison.Ordinal);
        Assert.Contains("--max-credits <credits>", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--image-urls", (await _home.RunAsync("generate", "--help")).Ended(0).Out, StringComparison.Ordinal);
    }
}
