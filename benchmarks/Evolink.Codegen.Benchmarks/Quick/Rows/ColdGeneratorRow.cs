using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>The first run of the generator in a process, over the specifications of the repository.</summary>
internal static class ColdGeneratorRow
{
    public const string Argument = "--cold-generator";

    public static Row Measure()
    {
        string folder = SpecFolder.Find();
        double best = Enumerable.Range(0, 3).Min(_ => double.Parse(Rows.Child.Run(Argument, folder)[0], CultureInfo.InvariantCulture));
        int count = SpecFolder.Read(folder).Length;
        return new Row($"{count} specs in the compiler, cold, best of three", "NSwag: 111 s (157 specs)", best / 1000, 0.8) { Unit = "s" };
    }

    /// <summary>What the child does: prints milliseconds.</summary>
    public static int Child(string folder)
    {
        SpecText[] specs = SpecFolder.Read(folder);
        CSharpCompilation compilation = CSharpCompilation.Create("Consumer");
        long start = Stopwatch.GetTimestamp();
        GeneratorDriver driver = GeneratorRows.Driver(specs).RunGenerators(compilation);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (driver.GetRunResult().Diagnostics.FirstOrDefault(found => found.Severity >= DiagnosticSeverity.Warning) is { } problem) throw new InvalidOperationException(problem.ToString());
        Console.WriteLine(time.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
