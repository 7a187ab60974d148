using System.Diagnostics;
using System.Globalization;
using Evolink.Codegen.Benchmarks.Rivals;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>
/// What the compiler makes of the client of a large document, ours and NSwag's: 50 operations and 100 types. The documents are made, since
/// those of other people are not in the repository; <c>--compile FILE</c> takes one of those.
/// </summary>
internal static class CompileRows
{
    private const int Runs = 3;

    public static IEnumerable<Row> Measure() => Measure("50 operations and 100 types", LargeSpec.Operations(50), LargeSpec.Schemas(100));

    /// <summary>The rows of someone's document.</summary>
    public static void Print(string path)
    {
        foreach (Row row in Measure(Path.GetFileName(path), File.ReadAllText(path))) Console.WriteLine(row);
    }

    private static IEnumerable<Row> Measure(string what, params string[] documents)
    {
        string[] own = Own(documents), rival = [.. documents.Select((document, index) => NSwagClient.Generate(document, $"Rival{index}"))];
        List<double> owns = [], rivals = [];

        // The first time is for the compiler's own code.
        for (int run = 0; run <= Runs; run++)
        {
            owns.Add(Compile(own));
            rivals.Add(Compile(rival));
        }

        double time = owns[1..].Min(), other = rivals[1..].Min();
        yield return new Row($"compiling the client of {what}: time", "NSwag", time / other, 1)
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"{time:N0} ms for {Lines(own):N0} lines, against {other:N0} ms for {Lines(rival):N0}"),
        };
    }

    private static string[] Own(string[] documents)
    {
        GeneratorDriver driver = GeneratorRows.Driver(documents.Select((document, index) => new SpecText($"large{index}.yaml", document))).RunGenerators(ConsumerProject.Create());
        return [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.SourceText.ToString())];
    }

    private static double Compile(string[] sources)
    {
        long start = Stopwatch.GetTimestamp();
        CSharpCompilation compilation = ConsumerProject.Create().AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source, ConsumerProject.ParseOptions)));
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(Stream.Null);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return result.Success ? time : throw new InvalidOperationException(result.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error).ToString());
    }

    private static int Lines(string[] sources) => sources.Sum(source => source.AsSpan().Count('\n'));
}
