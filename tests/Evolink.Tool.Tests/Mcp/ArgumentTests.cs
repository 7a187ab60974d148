using System.Text.Json;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Tests.Support;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Evolink.Tool.Tests.Mcp;

/// <summary>What the tools say of themselves is true, and an argument that means nothing is refused and not passed over.</summary>
public sealed class ArgumentTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";

    /// <summary>Takes a picture and a film.</summary>
    private const string Several = "kling-v3-motion-control";

    private static readonly object s_request = new { image_urls = new[] { "https://cdn.example.com/cat.png" } };

    private readonly TestHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task WaitJob_IsNotReadOnly_SinceItCancelsAJobThatOnlyAPersonCanHelp()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        _home.Variables[EvolinkOptions.ApiKeyVariable] = "sk-mistyped";
        await using McpRun run = await McpRun.StdioAsync(_home);
        McpClientTool tool = await FindAsync(run, "wait_job");
        ToolAnnotations hints = tool.ProtocolTool.Annotations!;
        Assert.Equal((false, false, true), (hints.ReadOnlyHint ?? false, hints.DestructiveHint ?? true, hints.IdempotentHint ?? false));
        Assert.Contains("is cancelled", tool.Description, StringComparison.Ordinal);

        JsonElement begun = await run.CallAsync("generate", new { model = Model, request = s_request, max_credits = 10_000_000, wait_seconds = 0 });
        string job = begun.GetProperty("job").GetString()!;
        await run.FailAsync("wait_job", new { job });
        Assert.Equal("canceled", (await run.CallAsync("get_job", new { job })).GetProperty("state").GetString());
    }

    [Fact]
    public async Task TheTextOfMaxCredits_SaysWhatHoldsWhereTheCostIsNotKnown()
    {
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate");
        string text = (await FindAsync(run, "generate")).JsonSchema.GetProperty("properties").GetProperty("max_credits").GetProperty("description").GetString()!;
        Assert.Contains("where the user has started the server with --allow-unknown-cost, it is sent, and max_credits limits nothing", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUploadForAModel_NamesItsParameter_WhereSeveralTakeFiles()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using McpRun run = await WithAFileAsync();
        string refusal = await run.FailAsync("upload_file", new { path = "notes.txt", model = Several });
        Assert.Contains($"{Several} takes files in several parameters: ", refusal, StringComparison.Ordinal);
        Assert.Contains("image_urls", refusal, StringComparison.Ordinal);
        Assert.Contains("video_urls", refusal, StringComparison.Ordinal);
        Assert.Contains("expected an image", await run.FailAsync("upload_file", new { path = "notes.txt", model = Several, parameter = "image_urls" }), StringComparison.Ordinal);
        Assert.Contains("there is image_urls.", await run.FailAsync("upload_file", new { path = "notes.txt", model = Model, parameter = "video_urls" }), StringComparison.Ordinal);
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task AnUploadForAParameter_NamesItsModel()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using McpRun run = await WithAFileAsync();
        Assert.Contains("Name the model, too", await run.FailAsync("upload_file", new { path = "notes.txt", parameter = "image_urls" }), StringComparison.Ordinal);
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task AnUploadForAModelThatTakesNoFile_IsRefused()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using McpRun run = await WithAFileAsync();
        Assert.Contains("happyhorse-1.0-text-to-video takes no file.", await run.FailAsync("upload_file", new { path = "notes.txt", model = "happyhorse-1.0-text-to-video" }), StringComparison.Ordinal);
        Assert.Empty(service.Files);
    }

    [Fact]
    public void TheParametersThatTakeFiles_AreFoundBelowOthers()
    {
        ModelInfo[] nested = [.. EvolinkModels.All.Where(static model => ModelFiles.Find(model).Any(static file => file.Name.Contains('.', StringComparison.Ordinal)))];
        Assert.NotEmpty(nested);
        Assert.All(EvolinkModels.All, static model => Assert.Equal(
            ModelInputs.Find(model).Except(["text", "task"]).Order(),
            ModelFiles.Find(model).Select(static file => file.Media.Kind).Intersect(ModelInputs.All).Order()));
    }

    [Fact]
    public async Task ASearchForWhatThereIsNot_IsRefused_WithWhatThereIs()
    {
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate");
        Assert.Contains($"kind must be one of {string.Join(", ", ModelSearch.Kinds)}, not 'film'.", await run.FailAsync("search_models", new { kind = "film" }), StringComparison.Ordinal);
        Assert.Contains($"takes must be one of {string.Join(", ", ModelInputs.All)}, not 'images'.", await run.FailAsync("search_models", new { takes = new[] { "text", "images" } }), StringComparison.Ordinal);
        Assert.Contains("state must be one of open, completed, failed, not 'done'.", await run.FailAsync("list_jobs", new { state = "done" }), StringComparison.Ordinal);
        Assert.NotEqual(0, (await run.CallAsync("search_models", new { kind = "Video", takes = new[] { "Image" } })).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("search_models")]
    [InlineData("list_jobs")]
    public async Task AListOfLessThanOne_IsRefused(string tool)
    {
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate");
        Assert.Contains("count must be at least 1, not 0.", await run.FailAsync(tool, new { count = 0 }), StringComparison.Ordinal);
        await run.CallAsync(tool, new { count = 1 });
    }

    private async Task<McpRun> WithAFileAsync()
    {
        Directory.CreateDirectory(_home.PathOf("allowed"));
        await File.WriteAllTextAsync(_home.PathOf("allowed/notes.txt"), "no picture", Token);
        return await McpRun.StdioAsync(_home, "--folder", _home.PathOf("allowed"));
    }

    private static async Task<McpClientTool> FindAsync(McpRun run, string name) => (await run.Client.ListToolsAsync(cancellationToken: Token)).Single(tool => tool.Name == name);
}
