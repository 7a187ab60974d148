using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Tests.Support;

/// <summary>Runs the generator as the compiler does.</summary>
internal static class GeneratorHarness
{
    /// <summary>The language of the consumers: this Roslyn calls C# 14 its preview. Documentation is read, and judged.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    // One for all: what is made of it shares the symbols of its references, which cost more than a client's own.
    private static CSharpCompilation Empty { get; } = CSharpCompilation.Create("Consumer", [], References.All, new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true));

    /// <summary>A project's own code, as far as the generator could ever see it.</summary>
    public static CSharpCompilation Project(string source = "") =>
        source.Length == 0 ? Empty : Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ParseOptions, "Own.cs"));

    public static GeneratorDriver Driver(IEnumerable<AdditionalText> files, ProjectOptions? options = null) => CSharpGeneratorDriver.Create(
        [new EvolinkClientGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        options ?? new ProjectOptions(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static Generation Run(params IEnumerable<(string Path, string Text)> specs) => Run(new ProjectOptions(), specs);

    public static Generation Run(ProjectOptions options, params IEnumerable<(string Path, string Text)> specs)
    {
        GeneratorDriver driver = Driver(specs.Select(SpecText.Of), options);
        return new Generation(driver.RunGenerators(Project(), TestContext.Current.CancellationToken).GetRunResult());
    }
}
