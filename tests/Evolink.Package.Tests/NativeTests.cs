namespace Evolink.Package.Tests;

/// <summary>The quickstart, published as it is into native code.</summary>
public sealed class NativeTests(PackedPackages packages)
{
    // Native AOT needs more than the SDK: a compiler, which is a package, and the platform's linker.
    private static readonly string[] s_missing = ["Microsoft.DotNet.ILCompiler", "Platform linker"];

    [Fact]
    public async Task TheQuickstart_PublishedAsNativeCode_HasNoWarning_AndMakesEveryModelsExample()
    {
        string program = Path.Combine(packages.Root, "native");
        ChildOutput publish = await packages.BuildAsync("publish", Path.Combine(Repository.Root, "samples", "Quickstart"), "-p:PublishAot=true", "-o", program);
        Assert.SkipWhen(publish.Problems.FirstOrDefault(static problem => s_missing.Any(problem.Contains)) is not null,
            $"There is no native AOT on this machine: {string.Join(" ", publish.Problems)}");
        publish.SucceededWithoutAWarning();
        Assert.False(File.Exists(Path.Combine(program, "Quickstart.dll")), "What was published is no native program.");

        ChildOutput run = await Child.RunAsync(Path.Combine(program, "Quickstart"), program, []);
        QuickstartRun.MadeEveryExample(run, Path.Combine(program, "out"));
    }
}
