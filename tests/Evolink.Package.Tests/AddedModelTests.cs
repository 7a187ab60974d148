namespace Evolink.Package.Tests;

/// <summary>Projects that have documents of their own beside the packaged client.</summary>
public sealed class AddedModelTests(PackedPackages packages)
{
    private const string Model = "happyhorse-1.0-text-to-video", Newer = "happyhorse-9.0-text-to-video";
    private const string Page = $"specs/{Newer}.yaml";

    [Fact]
    public async Task AModelThatCameOutAfterThePackage_IsSubmittedByItsClient()
    {
        Consumer consumer = WithAPage();
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
        (await consumer.RunAsync()).Succeeded().Says(
            """
            Happyhorse9_0TextToVideoRequest: completed, 1 file
            Happyhorse1_0TextToVideoRequest: completed, 1 file
            happyhorse-9.0-text-to-video, happyhorse-1.0-text-to-video, 2 charges
            """);
    }

    [Fact]
    public async Task ATaskThatNoQueryOfThePackageIsFor_IsNamedAtItsPlace()
    {
        Consumer consumer = WithAPage();
        consumer.Edit(Page, "https://api.evolink.ai", "https://direct.evolink.ai");
        ChildOutput build = (await consumer.BuildAsync()).Failed();
        string problem = Assert.Single(build.Problems, static one => one.Contains(" warning EVO", StringComparison.Ordinal));
        Assert.StartsWith($"{consumer.PathOf(Page)}(24,", problem, StringComparison.Ordinal);
        Assert.Contains("EVO1013: 'createVideoGeneration' creates tasks, but no GET operation of https://direct.evolink.ai", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelThatThePackageHas_IsWarnedOf()
    {
        Consumer consumer = new(packages, "NoSpec");
        consumer.Edit("NoSpec.csproj", "Include=\"Evolink.Runtime\"", "Include=\"Evolink\"");
        AddModel(consumer);
        string problem = Assert.Single((await consumer.BuildAsync()).Succeeded().Problems);
        Assert.Contains($"NoSpec.csproj : warning EVO2007: The referenced client has the model '{Model}' already", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherVendorsClient_StandsBesideThePackages_UnderItsOwnName()
    {
        Consumer consumer = new(packages, "TwoVendors");
        consumer.Add(Path.Combine(Repository.Root, "samples", "OwnSpec", "specs"), "prints.yaml", "specs");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
        ChildOutput run = (await consumer.RunAsync()).Succeeded();
        run.Says("completed, completed\n");
        run.Says("PrintsRequest is no request of EvolinkClient");
    }

    private Consumer WithAPage()
    {
        Consumer consumer = new(packages, "AddedModel");
        AddModel(consumer);
        consumer.Edit($"specs/{Model}.yaml", Model, Newer);
        consumer.Move($"specs/{Model}.yaml", Page);
        return consumer;
    }

    private static void AddModel(Consumer consumer) => consumer.Add(Path.Combine(Repository.Root, "specs", "video", "happyhorse"), Model + ".yaml", "specs");
}
