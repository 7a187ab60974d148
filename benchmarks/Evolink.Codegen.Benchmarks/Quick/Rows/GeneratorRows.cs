using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>The generator over the specifications of the repository: cold, and at a keystroke in one of them.</summary>
internal static class GeneratorRows
{
    private const int Strokes = 400;

    public static IEnumerable<Row> Measure()
    {
        foreach (Row row in ColdGeneratorRow.Measure()) yield return row;

        (double time, double bytes) = Measure(Keystrokes.InComment(), isShown: false);
        yield return new Row("a keystroke where no C# shows it: time", "–", time, 1) { Unit = "ms" };
        yield return new Row("a keystroke where no C# shows it: bytes", "–", bytes / 1024, 200) { Unit = "kB", Known = 808 };

        (time, bytes) = Measure(Keystrokes.InDescription(), isShown: true);
        yield return new Row("a keystroke in a property's description: time", "–", time, 3) { Unit = "ms", Known = 7.3 };
        yield return new Row("a keystroke in a property's description: bytes", "–", bytes / 1024, 1024) { Unit = "kB", Known = 3430 };
    }

    public static GeneratorDriver Driver(IEnumerable<SpecText> specs) => CSharpGeneratorDriver.Create(
        [new EvolinkClientGenerator().AsSourceGenerator()], specs, new CSharpParseOptions(LanguageVersion.Preview), new ProjectOptions());

    // The fastest of those after the first quarter, by which the code is warm: whatever else the machine does can only add.
    private static (double Time, double Bytes) Measure(Keystrokes keystrokes, bool isShown)
    {
        string before = keystrokes.Code;
        List<(double Time, double Bytes)> strokes = [];
        for (int stroke = 0; stroke < Strokes; stroke++)
        {
            keystrokes.Type();
            long bytes = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
            keystrokes.Generate();
            strokes.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes));
        }

        if (keystrokes.Code != before != isShown) throw new InvalidOperationException("The keystrokes are not in the place that is measured.");
        List<(double Time, double Bytes)> warm = strokes[(Strokes / 4)..];
        return (warm.Min(stroke => stroke.Time), warm.Select(stroke => stroke.Bytes).Order().ElementAt(warm.Count / 2));
    }
}
