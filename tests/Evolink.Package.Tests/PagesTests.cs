using Evolink.Docs.Tests;
using Evolink.Servers;

namespace Evolink.Package.Tests;

/// <summary>A newcomer follows a page word for word: from an empty folder, with the SDK, the feed and a key.</summary>
public sealed class PagesTests(PackedPackages packages, PostgresServer postgres, RedisServer redis)
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
        await using Reader reader = new(packages, service);
        await FollowAsync(reader, path);
    }

    [Fact]
    public async Task ThePageOfClusters_WorksAsWritten_WithADatabaseAndTwoSilos()
    {
        await using EvolinkSimulator service = await EvolinkSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using Reader reader = new(packages, service, ("ConnectionStrings__Jobs", await postgres.GetConnectionStringAsync()), ("ConnectionStrings__Redis", await redis.GetAddressAsync()));
        await FollowAsync(reader, "docs/scale.md");
        Assert.Equal(20, service.Ledger.Count);
    }

    private static async Task FollowAsync(Reader reader, string path)
    {
        foreach (CodeBlock block in Page.Read(Repository.Root, path).Blocks) await reader.FollowAsync(block);
        Assert.True(reader.Compared > 0, $"{path} shows nothing to compare with.");
    }
}
