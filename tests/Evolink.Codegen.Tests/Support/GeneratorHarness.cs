using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Tests.Support;

/// <summary>Runs the generator as the compiler does.</summary>
internal static class GeneratorHarness
{
    /// <inheritdoc cref="ConsumerProject.ParseOptions"/>
    public static CSharpParseOptions ParseOptions => ConsumerProject.ParseOptions;

    /// <inheritdoc cref="ConsumerProject.Create"/>
    public static CSharpCompilation Project(string source = "") => ConsumerProject.Create(source);

    public static GeneratorDriver Driver(IEnumerable<AdditionalText> files, ProjectOptions? options = null) =>
        SpecGenerator.CreateDriver(files, options ?? new ProjectOptions());

    public static Generation Run(params IEnumerable<(string Path, string Text)> specs) => Run(new ProjectOptions(), specs);

    public static Generation Run(ProjectOptions options, params IEnumerable<(string Path, string Text)> specs)
    {
        GeneratorDriver driver = Driver(specs.Select(SpecText.Read), options);
        return new Generation(driver.RunGenerators(Project(), TestContext.Current.CancellationToken).GetRunResult());
    }
}
