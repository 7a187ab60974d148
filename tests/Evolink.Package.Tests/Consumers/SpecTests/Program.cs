using Evolink.Codegen.Testing;

GeneratorRun run = SpecGenerator.Run(SpecSource.FromFolder("specs"));
Console.WriteLine($"diagnostics: {run.Diagnostics.Length}, problems: {string.Join("\n", run.CompilationErrors)}");
try
{
    run.MatchSnapshots("Snapshots");
    Console.WriteLine("snapshots: the same");
}
catch (SnapshotMismatchException difference)
{
    Console.WriteLine(difference.Message);
}

Console.WriteLine($"again: {run.RunAgain()}");
Console.WriteLine($"edited: {string.Join(", ", run.Edit("specs/paint.yaml", text => text.Replace("[oil, ink]", "[oil, chalk]")).WrittenSources)}");
