using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Support;

/// <summary>Why each step of a run gave what it gave.</summary>
internal static class RunReasons
{
    /// <summary>Every tracked step, by reflection, so that a new one is not forgotten.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>The runs of a step: none where the steps before it gave nothing.</summary>
    public static ImmutableArray<IncrementalGeneratorRunStep> Steps(this GeneratorDriver driver, string name) =>
        driver.GetRunResult().Results.Single().TrackedSteps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps : [];

    public static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(this GeneratorDriver driver, string name) =>
        driver.Steps(name).SelectMany(step => step.Outputs);

    public static void AssertReasons(this GeneratorDriver driver, string name, params IncrementalStepRunReason[] allowed) =>
        Assert.All(driver.Outputs(name), output => Assert.Contains(output.Reason, allowed));

    /// <summary>No step gave anything new, and nothing was written again.</summary>
    public static void AssertNothingNew(this GeneratorDriver driver, params string[] but)
    {
        foreach (string name in Names.Except(but))
        {
            driver.AssertReasons(name, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        }

        driver.AssertNothingWritten();
    }

    public static void AssertNothingWritten(this GeneratorDriver driver) => Assert.All(
        driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
        output => Assert.Contains(output.Reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
}
