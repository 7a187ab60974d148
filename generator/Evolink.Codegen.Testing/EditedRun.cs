using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Testing;

/// <summary>What a second run did, which a compiler asks for at every key that somebody presses.</summary>
public sealed class EditedRun
{
    // Steps of the compiler itself, which are new whenever the project is.
    private static readonly HashSet<string> s_ofTheCompiler =
    [
        WellKnownGeneratorInputs.AdditionalTexts, WellKnownGeneratorInputs.AnalyzerConfigOptions, WellKnownGeneratorInputs.Compilation,
        WellKnownGeneratorInputs.MetadataReferences, WellKnownGeneratorInputs.ParseOptions,
        WellKnownGeneratorOutputs.ImplementationSourceOutput, WellKnownGeneratorOutputs.SourceOutput,
    ];

    internal EditedRun(GeneratorRun before, GeneratorRun run)
    {
        Run = run;
        Reasons = new SortedDictionary<string, IReadOnlyList<IncrementalStepRunReason>>(
            run.Result.TrackedSteps.Where(static step => !s_ofTheCompiler.Contains(step.Key)).ToDictionary(
                static step => step.Key,
                static IReadOnlyList<IncrementalStepRunReason> (step) => [.. step.Value.SelectMany(static one => one.Outputs).Select(static output => output.Reason)]),
            StringComparer.Ordinal);

        // A step that is not run again gives the very object that it gave before.
        Dictionary<string, GeneratedSourceResult> old = before.Result.GeneratedSources.ToDictionary(static source => source.HintName);
        WrittenSources =
        [
            .. run.Result.GeneratedSources
                .Where(source => !old.TryGetValue(source.HintName, out GeneratedSourceResult same) || !ReferenceEquals(source.SourceText, same.SourceText))
                .Select(static source => source.HintName)
                .Order(StringComparer.Ordinal),
        ];
        RemovedSources = [.. old.Keys.Except(run.Sources.Keys).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the second run gave.</summary>
    public GeneratorRun Run { get; }

    /// <summary>The steps of the generator by name, and for each of their outputs why it is what it is: <c>Cached</c> and <c>Unchanged</c> cost nothing behind them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IncrementalStepRunReason>> Reasons { get; }

    /// <summary>The files that were written again, changed or not, and those that are new.</summary>
    public IReadOnlyList<string> WrittenSources { get; }

    /// <summary>The files that are not emitted any more.</summary>
    public IReadOnlyList<string> RemovedSources { get; }

    /// <summary>Whether no step gave anything new and no file was written again.</summary>
    public bool IsUnchanged => WrittenSources.Count == 0 && RemovedSources.Count == 0
        && Reasons.Values.SelectMany(static reasons => reasons).All(static reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    /// <summary>What was done again, for the message of a test that fails.</summary>
    public override string ToString()
    {
        IEnumerable<string> steps = Reasons
            .Where(static step => step.Value.Any(static reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
            .Select(static step => $"{step.Key}: {string.Join(", ", step.Value.Distinct())}");
        return string.Join("; ", steps.Concat(WrittenSources.Select(static file => $"{file} written")).Concat(RemovedSources.Select(static file => $"{file} removed")).DefaultIfEmpty("nothing"));
    }
}
