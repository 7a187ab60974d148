using System.Globalization;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>Compiles the clients of many mutants at once, and says of each problem whose it is.</summary>
internal static class MutantCompilation
{
    public static IEnumerable<(int Seed, string Problem)> Problems(IEnumerable<MutantRun> runs)
    {
        CSharpCompilation compilation = GeneratorHarness.Project().AddSyntaxTrees(
            runs.SelectMany(run => run.Generation.Files.Select(file =>
                CSharpSyntaxTree.ParseText(file.Value, GeneratorHarness.ParseOptions, $"{run.Mutant.Seed}/{file.Key}"))));
        return compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => (SeedOf(diagnostic), $"{diagnostic}\n    {Generation.LineOf(diagnostic)}"));
    }

    private static int SeedOf(Diagnostic diagnostic) =>
        int.Parse(diagnostic.Location.SourceTree!.FilePath.Split('/')[0], CultureInfo.InvariantCulture);
}
