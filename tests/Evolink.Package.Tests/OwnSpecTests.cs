namespace Evolink.Package.Tests;

/// <summary>A project that makes a client of its own from specifications of its own.</summary>
public sealed class OwnSpecTests(PackedPackages packages)
{
    private const string CompilerSkipped = "Skipping target \"CoreCompile\"";

    [Fact]
    public async Task ASpecInTheFolder_IsAClient_AndItsEditsAreTheClientsEdits()
    {
        Consumer consumer = new(packages, "OwnSpec");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
        (await consumer.RunAsync()).Succeeded().Says("completed: https://easel.example/1.png, styles: oil, ink\n");

        (await consumer.BuildAsync("-v:n")).SucceededWithoutAWarning().Says(CompilerSkipped);

        consumer.Edit("specs/paint.yaml", "[oil, ink]", "[oil, ink, pastel]");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
        (await consumer.RunAsync()).Succeeded().Says("styles: oil, ink, pastel\n");

        consumer.Delete("specs/sculpt.yaml");
        ChildOutput build = (await consumer.BuildAsync()).Failed();
        Assert.All(build.Problems, static problem => Assert.Contains("error CS0246: The type or namespace name 'SculptRequest'", problem, StringComparison.Ordinal));

        consumer.Delete("Sculpture.cs");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
    }

    // Left to itself, the SDK would give both the higher YamlDotNet. System.Text.Json is the compiler's own for whoever asks.
    [Fact]
    public async Task AnotherGenerator_WithOtherVersionsOfTheSameParsers_WorksInTheSameCompilation()
    {
        Consumer consumer = new(packages, "TwoGenerators");
        (await consumer.PackAsync("Generator")).SucceededWithoutAWarning();
        (await consumer.BuildAsync("App")).SucceededWithoutAWarning();
        (await consumer.RunAsync("--project", "App")).Succeeded().Says(
            """
            {"soup":"of the day"} by YamlDotNet 15
            marble
            """);
    }
}
