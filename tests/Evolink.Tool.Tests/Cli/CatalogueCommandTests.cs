using System.Text.Json;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Cli;

public sealed class CatalogueCommandTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Models_ListsEveryModel_OnePerLine()
    {
        ToolRun run = (await _home.RunAsync("models")).Ended(0);
        Assert.Equal(EvolinkModels.All.Select(static model => model.Id), run.Lines.Select(static line => line.Split('\t')[0]));
        run.Says($"{EvolinkModels.All.Count} of {EvolinkModels.All.Count} models");
    }

    [Fact]
    public async Task Models_AreFilteredByKindInputAndWords()
    {
        ToolRun run = (await _home.RunAsync("models", "kling", "--kind", "video", "--input", "image", "--input", "video", "--json")).Ended(0);
        JsonElement[] found = [.. run.Json.EnumerateArray()];
        Assert.NotEmpty(found);
        Assert.All(found, static model =>
        {
            Assert.Equal("video", model.GetProperty("kind").GetString());
            string[] takes = [.. model.GetProperty("takes").EnumerateArray().Select(static one => one.GetString()!)];
            Assert.Contains("image", takes);
            Assert.Contains("video", takes);
            Assert.Contains("kling", model.ToString(), StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("kling-v3-motion-control", found.Select(static model => model.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Models_ThatDoNotExist_AreSaidSo() => (await _home.RunAsync("models", "no-such-word")).Ended(0).Says("No model fits.");

    [Fact]
    public async Task Describe_HasParametersLimitsExampleAndCSharp()
    {
        ToolRun run = (await _home.RunAsync("describe", "happyhorse-1.0-image-to-video")).Ended(0);
        Assert.Contains("image_urls (array, 1 item, required)", run.Out, StringComparison.Ordinal);
        Assert.Contains("duration (integer, 3 to 15", run.Out, StringComparison.Ordinal);
        Assert.Contains("var request = new Happyhorse1_0ImageToVideoRequest", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_WritesEachPartAlone()
    {
        Assert.Equal("object", (await _home.RunAsync("describe", "gpt-image-2", "--schema")).Ended(0).Json.GetProperty("type").GetString());
        Assert.Equal("gpt-image-2", (await _home.RunAsync("describe", "gpt-image-2", "--example")).Ended(0).Json.GetProperty("model").GetString());
        Assert.StartsWith("using Evolink;", (await _home.RunAsync("describe", "gpt-image-2", "--csharp")).Ended(0).Out, StringComparison.Ordinal);
        Assert.Equal("image", (await _home.RunAsync("describe", "gpt-image-2", "--json")).Ended(0).Json.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task AModelThatIsNearlyRight_IsNamed() =>
        (await _home.RunAsync("describe", "kling-v3-motion-controll")).Ended(2).Says("There is no model 'kling-v3-motion-controll'; did you mean 'kling-v3-motion-control'?");

    [Theory]
    [InlineData("generate kling-v3-mo", "kling-v3-motion-control")]
    [InlineData("describe gpt-image-2.5-f", "gpt-image-2.5-flare")]
    [InlineData("generate kling-v3-motion-control --qual", "--quality")]
    [InlineData("generate kling-v3-motion-control --quality ", "1080p")]
    [InlineData("generate kling-v3-motion-control --model-params.char", "--model-params.character-orientation")]
    public async Task WhatIsTyped_IsCompletedFromTheCatalogue(string line, string completion) =>
        Assert.Contains(completion, (await _home.RunAsync($"[suggest:{line.Length}]", line)).Ended(0).Lines);

    [Theory]
    [InlineData("bash", "complete -o default -F _evolink evolink")]
    [InlineData("zsh", "compdef _evolink evolink")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task AShell_GetsItsScript(string shell, string part) => Assert.Contains(part, (await _home.RunAsync("completion", shell)).Ended(0).Out, StringComparison.Ordinal);
}
