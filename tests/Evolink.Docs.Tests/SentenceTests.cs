using System.Text.RegularExpressions;

namespace Evolink.Docs.Tests;

/// <summary>A set-up that cannot work says so in the words that the pages quote.</summary>
public sealed partial class SentenceTests
{
    private static readonly Happyhorse1_0ImageToVideoRequest s_request = new() { ImageUrls = [new("https://example.com/cat.png")] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void NoKey()
    {
        string? key = Environment.GetEnvironmentVariable(EvolinkOptions.ApiKeyVariable);
        Environment.SetEnvironmentVariable(EvolinkOptions.ApiKeyVariable, null);
        try
        {
            AssertQuoted(Assert.Throws<InvalidOperationException>(static () => new EvolinkClient()).Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable(EvolinkOptions.ApiKeyVariable, key);
        }
    }

    [Fact]
    public async Task AKeyThatTheServiceRefuses()
    {
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(cancellationToken: Token);
        using EvolinkClient client = new(new EvolinkOptions { ApiKey = "sk-mistyped", BaseAddress = simulator.BaseAddress });

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(s_request, Token));

        Assert.Equal(EvolinkErrorKind.Authentication, error.Kind);
        Assert.DoesNotContain("sk-mistyped", error.Message, StringComparison.Ordinal);
        AssertQuoted(error.Message);
    }

    [Fact]
    public async Task AModelThatTheKeyMayNotUse()
    {
        FaultPlan plan = new();
        plan.OnCreates(Fault.Status(403, code: "model_access_denied"));
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { Faults = plan.For }, Token);
        using EvolinkClient client = ClientOf(simulator);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(s_request, Token));

        Assert.Equal(EvolinkErrorKind.PermissionDenied, error.Kind);
        AssertQuoted(error.Message);
    }

    [Fact]
    public async Task AnExpiredLink()
    {
        SimulatorOptions quick = new() { PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.Zero, ResultsLiveFor = TimeSpan.Zero };
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(quick, Token);
        using EvolinkClient client = ClientOf(simulator);
        GenerationTask<TaskDetailResponse> task = await client.SubmitAsync(s_request, Token);

        DirectoryInfo folder = Directory.CreateTempSubdirectory("evolink-docs-");
        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => task.DownloadAsync(folder.FullName, Token));
        folder.Delete(recursive: true);

        Assert.True(error.ResultExpired);
        AssertQuoted(error.Message);
    }

    [Fact]
    public void ARefusedRequest_SaysWhatTheReadmeShows()
    {
        CodeBlock shown = AllPages.Blocks("text").Single(static block => block.Word == "refused");
        KlingV3MotionControlRequest request = new()
        {
            ImageUrls = [new("https://example.com/character.jpg")],
            VideoUrls = [new("https://example.com/dance.mp4")],
            CallbackUrl = new("https://127.0.0.1/done"),
            ModelParams = new() { CharacterOrientation = "image", ElementList = [new() { ElementId = "1" }] },
        };
        EvolinkValidationException error = Assert.Throws<EvolinkValidationException>(request.Validate);
        Assert.Equal(shown.Text.TrimEnd(), $"{nameof(EvolinkValidationException)}: {error.Message}");
    }

    private static EvolinkClient ClientOf(EvolinkSimulator simulator) => new(new EvolinkOptions
    {
        ApiKey = simulator.ApiKey,
        BaseAddress = simulator.BaseAddress,
        MaxRetries = 0,
        Polling = { MinimumInterval = TimeSpan.FromMilliseconds(1) },
    });

    /// <summary>One row of the page quotes the message, with … for what differs from case to case.</summary>
    private static void AssertQuoted(string message)
    {
        Page page = AllPages.All.Single(static one => one.Path == "docs/use-the-package.md");
        IEnumerable<string> quotes = Quote().Matches(page.Text).Select(static row => Regex.Escape(row.Groups[1].Value).Replace("…", ".*", StringComparison.Ordinal));
        Assert.True(quotes.Any(quote => Regex.IsMatch(message, quote)), $"docs/use-the-package.md quotes nothing like: {message}");
    }

    [GeneratedRegex(@"^\| (?:`EVO\d+` )?\*(.+)\* \|", RegexOptions.Multiline)]
    private static partial Regex Quote();
}
