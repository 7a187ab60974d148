using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Uploads;

/// <summary>Requests that name files of this machine.</summary>
public sealed class LocalFileTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";

    private readonly TestHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALocalFile_IsUploaded_AndItsUrlIsSent(bool asUri)
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string picture = await WriteAsync("cat.png", TestFiles.Png);
        (await _home.RunAsync("generate", Model, "--image-urls", asUri ? new Uri(picture).AbsoluteUri : picture)).Ended(0).Says("cat.png is uploaded");
        Assert.Single(service.Files);
        Assert.StartsWith("https://files.", service.Tasks[0].Task.Body.GetProperty("image_urls")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADryRun_SaysWhatWouldBeUploaded_AndUploadsNothing()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string picture = await WriteAsync("cat.png", TestFiles.Png);
        (await _home.RunAsync("generate", Model, "--image-urls", picture, "--dry-run")).Ended(0).Says($"Would be uploaded: {picture}");
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidBeforeAnythingIsUploaded()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string text = await WriteAsync("notes.txt", "no picture"u8.ToArray()), empty = await WriteAsync("empty.png", []), picture = await WriteAsync("cat.png", TestFiles.Png);
        (await _home.RunAsync("generate", Model, "--image-urls", _home.PathOf("none.png"))).Ended(3).Says("image_urls[0]: must be a public http or https URL or a file of this machine, and there is no file");
        (await _home.RunAsync("generate", Model, "--image-urls", text)).Ended(3).Says("is text/plain; expected");
        (await _home.RunAsync("generate", Model, "--image-urls", empty)).Ended(3).Says("is empty");
        (await _home.RunAsync("generate", Model, "--image-urls", picture, "--duration", "99")).Ended(3).Says("duration: must be");
        Assert.Empty(service.Files);
        Assert.Empty(service.Ledger);
    }

    [Fact]
    public async Task APrompt_IsNeverTakenForAFile()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string picture = await WriteAsync("cat.png", TestFiles.Png);
        (await _home.RunAsync("generate", Model, "--image-urls", "https://cdn.example.com/cat.png", "--prompt", picture)).Ended(0);
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task ABatch_UploadsAFileOnce_AndNothingWhenItIsBegunAgain()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string picture = await WriteAsync("cat.png", TestFiles.Png);
        string file = _home.PathOf("batch.jsonl");
        await File.WriteAllLinesAsync(file, [Line("one", picture), Line("two", picture)], Token);
        (await _home.RunAsync("batch", file)).Ended(0);
        (await _home.RunAsync("batch", file)).Ended(0);
        Assert.Single(service.Files);
        Assert.Equal(2, service.Ledger.Count);

        // What is in a file makes it another request, and not where the file lies.
        File.Move(picture, _home.PathOf("moved.png"));
        await File.WriteAllLinesAsync(file, [Line("one", _home.PathOf("moved.png"))], Token);
        (await _home.RunAsync("batch", file)).Ended(0);
        Assert.Equal(2, service.Ledger.Count);
        await WriteAsync("moved.png", [.. TestFiles.Png, 0]);
        (await _home.RunAsync("batch", file)).Ended(0);
        Assert.Equal((2, 3), (service.Files.Count, service.Ledger.Count));
    }

    [Fact]
    public async Task ABatchWithAFileThatIsMissing_SendsNothing()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string file = _home.PathOf("batch.jsonl");
        await File.WriteAllLinesAsync(file, [Line("one", await WriteAsync("cat.png", TestFiles.Png)), Line("two", "none.png")], Token);
        (await _home.RunAsync("batch", file)).Ended(3).Says("line 2: image_urls[0]: must be");
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Upload_WritesUrls_AndFilesAreListedCountedAndDeleted()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string picture = await WriteAsync("cat.png", TestFiles.Png), other = await WriteAsync("dog.png", [.. TestFiles.Png, 1]);
        ToolRun run = (await _home.RunAsync("upload", picture, other)).Ended(0).Says("dog.png is uploaded");
        Assert.Equal(2, run.Lines.Count);
        Assert.All(run.Lines, static line => Assert.StartsWith("https://", line, StringComparison.Ordinal));

        ToolRun list = (await _home.RunAsync("files", "list")).Ended(0);
        Assert.Equal(2, list.Lines.Count);
        Assert.Single((await _home.RunAsync("files", "list", "--count", "1")).Ended(0).Lines);
        Assert.StartsWith("2 of ", (await _home.RunAsync("files", "quota")).Ended(0).Out, StringComparison.Ordinal);
        (await _home.RunAsync("files", "delete", list.Lines[0].Split('\t')[0])).Ended(0).Says("is deleted.");
        Assert.Equal(1, (await _home.RunAsync("files", "list", "--json")).Ended(0).Json.GetArrayLength());
        (await _home.RunAsync("files", "delete", "file-none")).Ended(1);
        (await _home.RunAsync("upload", "none.png")).Ended(2).Says("There is no file 'none.png'. Nothing was uploaded.");
        Assert.Equal(picture, (await _home.RunAsync("upload", picture, "--json")).Ended(0).Json[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task TheCredits_AreTheAccounts()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { InitialCredits = 100, CreditsPerTask = 30 });
        (await _home.RunAsync("generate", "gpt-image-2", "--prompt", "x")).Ended(0);
        Assert.Equal("account\t70 credits left, 30 used", (await _home.RunAsync("credits")).Ended(0).Lines[0]);
        Assert.Equal(70, (await _home.RunAsync("credits", "--json")).Ended(0).Json.GetProperty("user").GetProperty("remaining_credits").GetDecimal());
        _home.Variables.Remove(EvolinkOptions.ApiKeyVariable);
        (await _home.RunAsync("credits")).Ended(2).Says("There is no API key.");
    }

    private static string Line(string prompt, string image) => $$"""{ "model": "{{Model}}", "prompt": "{{prompt}}", "image_urls": [{{System.Text.Json.JsonSerializer.Serialize(image)}}] }""";

    private async Task<string> WriteAsync(string name, byte[] content)
    {
        await File.WriteAllBytesAsync(_home.PathOf(name), content, Token);
        return _home.PathOf(name);
    }
}
