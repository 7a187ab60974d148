using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Testing;

/// <summary>Runs the generator of Evolink.Codegen as the compiler does, in the test's process.</summary>
/// <example>
/// <code>
/// GeneratorRun run = SpecGenerator.Run(SpecSource.FromFile("../specs/my-model.yaml"));
/// Assert.Empty(run.Diagnostics);
/// Assert.Empty(run.CompilationErrors);
/// run.MatchSnapshots("Snapshots");
/// Assert.True(run.RunAgain().IsUnchanged);
/// </code>
/// </example>
public static class SpecGenerator
{
    /// <summary>Runs the generator over documents, as in a project that sets no option.</summary>
    /// <param name="specs">The documents of the project.</param>
    /// <exception cref="InvalidOperationException">The generator threw, which is a defect of it.</exception>
    public static GeneratorRun Run(params IEnumerable<SpecSource> specs) => Run(new SpecGeneratorOptions(), specs);

    /// <summary>Runs the generator over documents.</summary>
    /// <param name="options">What the project sets.</param>
    /// <param name="specs">The documents of the project.</param>
    /// <exception cref="InvalidOperationException">The generator threw, which is a defect of it.</exception>
    public static GeneratorRun Run(SpecGeneratorOptions options, params IEnumerable<SpecSource> specs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(specs);
        AdditionalText[] files = [.. specs.Select(static spec => new SpecText(spec.Path, spec.Text))];
        GeneratorDriver driver = CreateDriver(files, new ProjectOptions(options.Namespace, options.ClientName, options.RootNamespace));
        return new GeneratorRun(driver.RunGenerators(ConsumerProject.Create()), files);
    }

    internal static GeneratorDriver CreateDriver(IEnumerable<AdditionalText> files, ProjectOptions options) => CSharpGeneratorDriver.Create(
        [new EvolinkClientGenerator().AsSourceGenerator()],
        files,
        ConsumerProject.ParseOptions,
        options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
