using System.Text.RegularExpressions;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Processes;

/// <summary>What a person sees in a terminal.</summary>
public sealed partial class TerminalTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";
    private static readonly string[] s_request = ["generate", Model, "--image-urls", "https://cdn.example.com/cat.png"];

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task TheProgress_IsOneLineThatMoves_AndTheResultIsLeft()
    {
        SkipWithoutTerminals();
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { ProcessingFor = TimeSpan.FromSeconds(4) });
        using ToolProcess run = ToolProcess.StartInTerminal(_home, s_request);
        string text = await run.EndsWithAsync(0);
        Assert.Contains("\u001b[", text, StringComparison.Ordinal);
        Assert.Contains('%', text);
        Assert.Contains("running", text, StringComparison.Ordinal);
        Assert.Contains($"{Model} is done", text, StringComparison.Ordinal);
        Assert.Matches("https?://", text);
    }

    [Fact]
    public async Task NoColor_LeavesTheColoursOut()
    {
        SkipWithoutTerminals();
        await using EvolinkSimulator service = await _home.ServeAsync();
        _home.Variables["NO_COLOR"] = "1";
        using ToolProcess run = ToolProcess.StartInTerminal(_home, "models", "motion");
        Assert.DoesNotMatch(Colour(), await run.EndsWithAsync(0));
    }

    [Fact]
    public async Task CtrlC_SaysHowToGoOn_AndTheTaskGoesOn()
    {
        SkipWithoutTerminals();
        TaskCompletionSource reached = new();
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with
        {
            ProcessingFor = TimeSpan.FromHours(1),
            OnRequest = request => { if (request.Path.StartsWith("/v1/tasks/", StringComparison.Ordinal)) reached.TrySetResult(); },
        });
        using ToolProcess run = ToolProcess.StartInTerminal(_home, s_request);
        await Task.WhenAny(reached.Task, run.EndAsync());
        Assert.True(reached.Task.IsCompleted, run.Text);
        await run.TypeAsync("\u0003");
        Assert.Contains("Interrupted. The task goes on. Take it up again with: evolink jobs wait job-", await run.EndsWithAsync(130), StringComparison.Ordinal);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task ABatch_IsATable()
    {
        SkipWithoutTerminals();
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { ProcessingFor = TimeSpan.FromSeconds(3) });
        string file = _home.PathOf("batch.jsonl");
        await File.WriteAllLinesAsync(file, ["""{ "model": "gpt-image-2", "prompt": "one" }""", """{ "model": "gpt-image-2", "prompt": "two" }"""], TestContext.Current.CancellationToken);
        using ToolProcess run = ToolProcess.StartInTerminal(_home, "batch", file);
        string text = await run.EndsWithAsync(0);
        Assert.Contains("0 of 2 done, 2 under way", text, StringComparison.Ordinal);
        Assert.Contains("2 of 2 done", text, StringComparison.Ordinal);
        Assert.Contains("━", text, StringComparison.Ordinal);
        Assert.Equal(2, service.Ledger.Count);
    }

    private static void SkipWithoutTerminals() => Assert.SkipUnless(ToolProcess.HasTerminals, "There is no `script` (util-linux), which makes a pseudo-terminal.");

    [GeneratedRegex("\u001b\\[[0-9;]*(3[0-8]|9[0-7]|4[0-8])[0-9;]*m")]
    private static partial Regex Colour();
}
