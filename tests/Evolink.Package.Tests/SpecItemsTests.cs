namespace Evolink.Package.Tests;

/// <summary>Which files reach the compiler as specifications.</summary>
public sealed class SpecItemsTests(PackedPackages packages)
{
    [Fact]
    public async Task ASpecThatIsInTheProjectTwice_IsHandedOverOnce()
    {
        Consumer consumer = With(
            """
            <EvolinkSpec Include="specs/../specs/paint.yaml" />
            <AdditionalFiles Include="specs/paint.yaml" />
            """);
        ChildOutput items = (await ItemsAsync(consumer)).SucceededWithoutAWarning();
        Assert.Equal(1, CountOf($"\"FullPath\": \"{consumer.PathOf(Path.Combine("specs", "paint.yaml"))}\"", items.Text));
        Assert.Equal(2, CountOf("\"SourceItemGroup\": \"EvolinkSpec\"", items.Text));
    }

    [Fact]
    public async Task ASpecThatTheProjectRemoves_IsNotHandedOver()
    {
        ChildOutput items = await ItemsAsync(With("""<EvolinkSpec Remove="specs/paint.yaml" />"""));
        Assert.Equal(1, CountOf("\"SourceItemGroup\": \"EvolinkSpec\"", items.Text));
        items.Says("sculpt.yaml");
    }

    [Fact]
    public async Task TheBuildsOwnJsonFiles_AreNoSpecs_WhereTheProjectsFolderIsTheSpecsFolder()
    {
        Consumer consumer = new(packages, "OwnSpec");
        ChildOutput items = await ItemsAsync(consumer, "-p:EvolinkSpecFolder=.", "-p:RestorePackagesWithLockFile=true");
        Assert.True(File.Exists(consumer.PathOf(Path.Combine("obj", "project.assets.json"))));
        Assert.True(File.Exists(consumer.PathOf("packages.lock.json")));
        Assert.Equal(2, CountOf("\"SourceItemGroup\": \"EvolinkSpec\"", items.Text));
    }

    [Fact]
    public async Task ADesignTimeBuild_HandsTheSpecsOverToo()
    {
        Consumer consumer = new(packages, "OwnSpec");
        ChildOutput arguments = (await consumer.DotNetAsync("msbuild", "-restore", "-t:Compile", "-getItem:CscCommandLineArgs",
            "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")).Succeeded();
        Assert.Equal(2, CountOf("\"Identity\": \"/additionalfile:", arguments.Text));
    }

    private Consumer With(string items)
    {
        Consumer consumer = new(packages, "OwnSpec");
        consumer.Edit("OwnSpec.csproj", "</Project>", $"<ItemGroup>{items}</ItemGroup></Project>");
        return consumer;
    }

    private static async Task<ChildOutput> ItemsAsync(Consumer consumer, params string[] arguments) =>
        (await consumer.DotNetAsync(["msbuild", "-restore", "-t:EvolinkSpecsToCompiler;EvolinkCheckSetup", "-getItem:AdditionalFiles", .. arguments])).Succeeded();

    private static int CountOf(string part, string text) => text.Split(part).Length - 1;
}
