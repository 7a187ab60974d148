using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Generating;

public sealed class BatchTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task BegunAgain_ItPaysForNothingTwice_AndDoesWhatIsNew()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string first = Line("one"), file = Write(first, first, "", Line("two"));
        ToolRun run = (await _home.RunAsync("batch", file, "--download", _home.PathOf("out"))).Ended(0).Says("3 of 3");
        Assert.Equal(["1", "2", "4"], run.Lines.Select(static line => line.Split('\t')[0]).Order());
        Assert.All(run.Lines, static line => Assert.True(File.Exists(line.Split('\t')[3])));

        (await _home.RunAsync("batch", file, "--download", _home.PathOf("out"))).Ended(0);
        Assert.Equal(3, service.Ledger.Count);
        Write(Line("three"), Line("two"), first, first);
        (await _home.RunAsync("batch", file)).Ended(0);
        Assert.Equal(4, service.Ledger.Count);
    }

    [Fact]
    public async Task ALineThatIsNotValid_KeepsAllFromBeingSent()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string file = Write(Line("one"), """{ "model": "gpt-image-2", "promt": "x" }""", "nonsense");
        ToolRun run = (await _home.RunAsync("batch", file)).Ended(3).Says("line 2: ");
        run.Says("line 3: is no JSON");
        Assert.Empty(service.Ledger);
    }

    [Fact]
    public async Task WhatFailed_IsSentAgainOnDemandOnly()
    {
        int tasks = 0;
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Script = _ => tasks++ == 0 ? TaskScript.Failing(TimeSpan.Zero, null) : null });
        string file = Write(Line("one"));
        (await _home.RunAsync("batch", file)).Ended(1);
        (await _home.RunAsync("batch", file)).Ended(1);
        Assert.Equal(1, tasks);
        (await _home.RunAsync("batch", file, "--retry")).Ended(0);
        Assert.Equal(2, tasks);
    }

    [Fact]
    public async Task WhatARetryHasCompleted_StaysCompleted()
    {
        int tasks = 0;
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Script = _ => tasks++ == 0 ? TaskScript.Failing(TimeSpan.Zero, null) : null });
        string file = Write(Line("one"));
        (await _home.RunAsync("batch", file)).Ended(1);
        (await _home.RunAsync("batch", file, "--retry")).Ended(0);

        (await _home.RunAsync("batch", file)).Ended(0).Says("1 of 1");
        Assert.Equal(2, tasks);
    }

    [Fact]
    public async Task WhatAnEarlierRunHasMade_IsDownloadedWhereAFolderIsNamed()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string file = Write(Line("one"), Line("two"));
        (await _home.RunAsync("batch", file)).Ended(0);

        (await _home.RunAsync("batch", file, "--download", _home.PathOf("out"))).Ended(0).Says("Line 2, made by an earlier run: ");
        Assert.Equal(2, Directory.GetFiles(_home.PathOf("out")).Length);
        Assert.Equal(2, service.Ledger.Count);
    }

    [Fact]
    public async Task ARefusedKey_EndsIt_AndNothingIsSentLater()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string key = service.ApiKey, file = Write(Line("one"), Line("two"));
        _home.Variables[EvolinkOptions.ApiKeyVariable] = "sk-another-key-that-nobody-knows";
        (await _home.RunAsync("batch", file)).Ended(1);

        _home.Variables[EvolinkOptions.ApiKeyVariable] = key;
        Assert.DoesNotContain("queued", (await _home.RunAsync("jobs", "list")).Out, StringComparison.OrdinalIgnoreCase);
        (await _home.RunAsync("batch", file)).Ended(0);
        Assert.Equal(2, service.Ledger.Count);
    }

    [Fact]
    public async Task AFileThatCannotBeUploaded_LeavesNothingToBeSentLater()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Faults = static request => request.Path.Contains("upload", StringComparison.Ordinal) ? Fault.Status(500) : null });
        string picture = _home.PathOf("cat.png");
        File.WriteAllBytes(picture, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        string file = Write([.. Enumerable.Range(0, 30).Select(static line => Line($"take {line}")), $$"""{ "model": "gpt-image-2", "prompt": "x", "image_urls": ["{{picture}}"] }"""]);

        Assert.NotEqual(0, (await _home.RunAsync("batch", file, "--parallel", "1")).ExitCode);
        Assert.DoesNotContain("queued", (await _home.RunAsync("jobs", "list", "--count", "100")).Out, StringComparison.OrdinalIgnoreCase);
    }

    private static string Line(string prompt) => $$"""{ "model": "gpt-image-2", "prompt": "{{prompt}}" }""";

    private string Write(params string[] lines)
    {
        File.WriteAllLines(_home.PathOf("batch.jsonl"), lines);
        return _home.PathOf("batch.jsonl");
    }
}
