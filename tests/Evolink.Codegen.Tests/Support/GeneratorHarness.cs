using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Tests.Support;

/// <summary>Runs the generator as the compiler does.</summary>
internal static class GeneratorHarness
{
    /// <summary>The language of the consumers: this Roslyn calls C# 14 its preview. Documentation is read, and judged.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static CSharpCompilationOptions CompilationOptions { get; } = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true);

    /// <summary>A project's own code, as far as the generator could ever see it.</summary>
    public static CSharpCompilation Project(string source = "") => CSharpCompilation.Create(
        "Consumer", source.Length == 0 ? [] : [CSharpSyntaxTree.ParseText(source, ParseOptions, "Own.cs")], References.All, CompilationOptions);

    public static GeneratorDriver Driver(IEnumerable<AdditionalText> files, ProjectOptions? options = null) => CSharpGeneratorDriver.Create(
        [new EvolinkClientGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        options ?? new ProjectOptions(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static Generation Run(params IEnumerable<(string Path, string Text)> specs) => Run(new ProjectOptions(), specs);

    public static Generation Run(ProjectOptions options, params IEnumerable<(string Path, string Text)> specs)
    {
        GeneratorDriver driver = Driver(specs.Select(spec => new SpecText(spec.Path, spec.Text)), options);
        return new Generation(driver.RunGenerators(Project(), TestContext.Current.CancellationToken).GetRunResult());
    }
}
