using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>What the generator made of a mutant, in a namespace of its own so that many compile at once.</summary>
internal sealed class MutantRun
{
    private static readonly string[] s_lineBreaks = ["\r\n", "\n", "\r"];

    private MutantRun(Mutant mutant, Generation generation, TimeSpan time) => (Mutant, Generation, Time) = (mutant, generation, time);

    public Mutant Mutant { get; }

    public Generation Generation { get; }

    public TimeSpan Time { get; }

    public static MutantRun Create(Mutant mutant)
    {
        long start = Stopwatch.GetTimestamp();
        Generation generation = GeneratorHarness.Run(new ProjectOptions(ns: Namespace(mutant), shared: mutant.Shared), mutant.Specs);
        return new MutantRun(mutant, generation, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The same for two mutants whose clients differ in their namespaces alone.</summary>
    public string ContentHash()
    {
        string text = string.Concat(Generation.Files.Select(file => file.Key + "\n" + file.Value));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace(Namespace(Mutant), "", StringComparison.Ordinal))));
    }

    /// <summary>The generator did not throw, and every diagnostic stands somewhere in a file.</summary>
    public void AssertSound()
    {
        Generation.AssertNoException();
        Assert.All(Generation.Diagnostics, AssertLocated);
    }

    private static string Namespace(Mutant mutant) => $"Mutant{mutant.Seed}_";

    private void AssertLocated(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string[] lines = Mutant.Specs.Single(spec => spec.Path == place.Path).Text.Split(s_lineBreaks, StringSplitOptions.None);
        bool isInside = place.StartLinePosition.Line < lines.Length && place.StartLinePosition.Character <= lines[place.StartLinePosition.Line].Length;
        Assert.True(isInside, $"Outside of the file: {diagnostic}");
    }
}
