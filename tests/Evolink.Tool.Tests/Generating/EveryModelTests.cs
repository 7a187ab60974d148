using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Generating;

/// <summary>What the front page promises: any model, without a key, from the command line to a result.</summary>
public sealed class EveryModelTests
{
    [Fact]
    public async Task EveryModel_EndsWithAFileOrAResult()
    {
        using TestHome home = new();
        List<string> wrong = [];
        await Parallel.ForEachAsync(EvolinkModels.All, TestContext.Current.CancellationToken, async (model, _) =>
        {
            string folder = home.PathOf(Path.Combine("out", model.Id));
            ToolRun run = await home.RunAsync("generate", model.Id, "--simulate", "--example", "--download", folder);
            if (run.ExitCode != 0 || run.Lines.Count == 0 || !IsResult(run.Lines, folder)) lock (wrong) wrong.Add(run.ToString());
        });

        Assert.NotEmpty(EvolinkModels.All);
        Assert.True(wrong.Count == 0, $"{wrong.Count} models have no result:\n{string.Join("\n", wrong.Take(5))}");
    }

    /// <summary>Files that are there and hold something, or data.</summary>
    private static bool IsResult(IReadOnlyList<string> lines, string folder) =>
        lines.All(line => line.StartsWith(folder, StringComparison.Ordinal) && new FileInfo(line).Length > 0) || lines[0].StartsWith('{');
}
