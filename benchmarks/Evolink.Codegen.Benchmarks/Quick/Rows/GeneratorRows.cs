using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>The generator over the specifications of the repository: cold, and at a keystroke in one of them.</summary>
internal static class GeneratorRows
{
    private const int Keystrokes = 40;

    public static IEnumerable<Row> Measure()
    {
        foreach (Row row in ColdGeneratorRow.Measure()) yield return row;
        SpecText[] specs = SpecFolder.Read(SpecFolder.Find());
        SpecText edited = specs.First(spec => spec.Path.EndsWith("kling-v3-motion-control.yaml", StringComparison.Ordinal));
        string text = edited.GetText()!.ToString();

        (double time, double bytes) = Keystroke(specs, edited, stroke => $"{text}\n# {stroke}");
        yield return new Row("a keystroke where no C# shows it: time", "–", time, 1) { Unit = "ms" };
        yield return new Row("a keystroke where no C# shows it: bytes", "–", bytes / 1024, 200) { Unit = "kB" };

        const string Description = "description: ";
        int at = text.IndexOf(Description, text.IndexOf("image_urls:", StringComparison.Ordinal), StringComparison.Ordinal) + Description.Length;
        (time, bytes) = Keystroke(specs, edited, stroke => text.Insert(at, new string('x', stroke + 1) + " "));
        yield return new Row("a keystroke in a property's description: time", "–", time, 3) { Unit = "ms" };
        yield return new Row("a keystroke in a property's description: bytes", "–", bytes / 1024, 1024) { Unit = "kB" };
    }

    public static GeneratorDriver Driver(IEnumerable<SpecText> specs) => CSharpGeneratorDriver.Create(
        [new EvolinkClientGenerator().AsSourceGenerator()], specs, new CSharpParseOptions(LanguageVersion.Preview), new ProjectOptions());

    // The fastest of those after the first quarter, by which the code is warm: whatever else the machine does can only add.
    private static (double Time, double Bytes) Keystroke(SpecText[] specs, SpecText edited, Func<int, string> edit)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Consumer");
        GeneratorDriver driver = Driver(specs).RunGenerators(compilation);
        SpecText current = edited;
        List<(double Time, double Bytes)> strokes = [];
        for (int stroke = 0; stroke < Keystrokes; stroke++)
        {
            SpecText next = new(edited.Path, edit(stroke));
            driver = driver.ReplaceAdditionalText(current, next);
            current = next;
            long bytes = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            strokes.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes));
        }

        List<(double Time, double Bytes)> warm = strokes[(Keystrokes / 4)..];
        return (warm.Min(stroke => stroke.Time), warm.Select(stroke => stroke.Bytes).Order().ElementAt(warm.Count / 2));
    }
}
