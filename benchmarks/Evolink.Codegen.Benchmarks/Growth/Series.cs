using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Benchmarks.Growth;

/// <summary>One kind of document in several sizes.</summary>
internal static class Series
{
    private const int Repetitions = 5;

    public static void Print(string title, IReadOnlyList<int> sizes, Func<int, string> document)
    {
        Run(document(sizes[0]));
        Console.WriteLine($"{title}\n{"size",8}{"ms",10}{"ratio",8}{"lines",10}{"per item",10}");
        double before = 0;
        foreach (int size in sizes)
        {
            string text = document(size);
            // The fastest of several: whatever else the machine does can only add.
            (double time, int lines) = Enumerable.Range(0, Repetitions).Select(_ => Run(text)).MinBy(run => run.Time);
            string ratio = before == 0 ? "" : (time / before).ToString("F2", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{size,8}{time,10:F1}{ratio,8}{lines,10}{(double)lines / size,10:F1}"));
            before = time;
        }

        Console.WriteLine();
    }

    private static (double Time, int Lines) Run(string text)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new EvolinkClientGenerator().AsSourceGenerator()], [new SpecText("large.yaml", text)],
            new CSharpParseOptions(LanguageVersion.Preview), new ProjectOptions());
        long start = Stopwatch.GetTimestamp();
        GeneratorDriverRunResult result = driver.RunGenerators(CSharpCompilation.Create("Consumer")).GetRunResult();
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (result.Diagnostics.FirstOrDefault(found => found.Severity >= DiagnosticSeverity.Warning) is { } problem)
        {
            throw new InvalidOperationException(problem.ToString());
        }

        return (time, result.Results.Single().GeneratedSources.Sum(source => source.SourceText.Lines.Count));
    }
}
