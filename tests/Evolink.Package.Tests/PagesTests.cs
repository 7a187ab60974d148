using Evolink.Docs.Tests;

namespace Evolink.Package.Tests;

/// <summary>A newcomer follows a page word for word: from an empty folder, with the SDK, the feed and a key.</summary>
public sealed class PagesTests(PackedPackages packages)
{
    [Theory]
    [InlineData("docs/use-the-package.md")]
    [InlineData("docs/add-a-model.md")]
    [InlineData("docs/images-with-extensions-ai.md")]
    [InlineData("docs/jobs.md")]
    [InlineData("docs/other-apis.md")]
    [InlineData("docs/testing-generated-code.md")]
    public async Task APage_WorksAsWritten_BlockByBlock(string path)
    {
        await using EvolinkSimulator service = await EvolinkSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Reader reader = new(packages, service);
        foreach (CodeBlock block in Page.Read(Repository.Root, path).Blocks) await reader.FollowAsync(block);
        Assert.True(reader.Compared > 0, $"{path} shows nothing to compare with.");
    }
}
