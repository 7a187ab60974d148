using System.Diagnostics;
using System.Globalization;
using Evolink.Codegen.Benchmarks.Rivals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>The first run of the generator in a process, over the specifications of the repository.</summary>
internal static class ColdGeneratorRow
{
    public const string Argument = "--cold-generator";

    // NSwag takes most of a second for each.
    private const int RivalSpecs = 10;

    public static IEnumerable<Row> Measure()
    {
        int count = SpecFolder.Read(SpecFolder.Find()).Length;
        yield return new Row($"{count} specs in the compiler, cold, best of three", "NSwag: 111 s (157 specs)", Best("own", count) / 1000, 0.8) { Unit = "s", Known = 1.9 };
        yield return new Row("501 specs in the compiler, cold, best of three", "–", Best("own", 501) / 1000, 2.5) { Unit = "s" };
        double own = Best("own", RivalSpecs), nswag = Best("nswag", RivalSpecs);
        yield return new Row($"{RivalSpecs} specs, cold, best of three", "NSwag", own / nswag, 1) { Detail = string.Create(CultureInfo.InvariantCulture, $"{own:N0} ms against {nswag:N0} ms") };
    }

    /// <summary>What the child does: prints milliseconds.</summary>
    public static int Child(string who, string count)
    {
        SpecText[] specs = [.. SpecFolder.ReadCopies(int.Parse(count, CultureInfo.InvariantCulture))];
        CSharpCompilation compilation = CSharpCompilation.Create("Consumer");
        long start = Stopwatch.GetTimestamp();
        if (who == "own") Generate(specs, compilation);
        else foreach (SpecText spec in specs) NSwagClient.Generate(spec.GetText().ToString(), "Rival");
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Best(string who, int count) =>
        Enumerable.Range(0, 3).Min(_ => double.Parse(Rows.Child.Run(Argument, who, count.ToString(CultureInfo.InvariantCulture))[0], CultureInfo.InvariantCulture));

    private static void Generate(SpecText[] specs, CSharpCompilation compilation)
    {
        GeneratorDriver driver = GeneratorRows.Driver(specs).RunGenerators(compilation);
        if (driver.GetRunResult().Diagnostics.FirstOrDefault(found => found.Severity >= DiagnosticSeverity.Warning) is { } problem) throw new InvalidOperationException(problem.ToString());
    }
}
