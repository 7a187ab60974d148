using System.Globalization;

namespace Evolink.Codegen.Benchmarks.Quick;

/// <summary>One line of the table.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Rival">What it is held against.</param>
/// <param name="Value">The figure: as a rule, ours by the rival's.</param>
/// <param name="Goal">What it ought to be.</param>
internal sealed record Row(string What, string Rival, double Value, double Goal)
{
    /// <summary>The unit of the figure; <c>x</c> for a ratio.</summary>
    public string Unit { get; init; } = "x";

    /// <summary>Whether more is better.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>What it was when it last was worked on, where that misses the goal by more than twice; <c>docs/performance.md</c> says why. What is worse than twice that has become worse.</summary>
    public double? Known { get; init; }

    /// <summary>The figures that it comes of.</summary>
    public string Detail { get; init; } = "";

    public bool IsReached => IsAtLeast ? Value >= Goal : Value <= Goal;

    /// <summary>Whether it misses its goal, or what it is known to be, by more than twice.</summary>
    public bool IsFarOff => IsAtLeast ? Value < Goal / 2 : Value > Math.Max(Goal, Known ?? 0) * 2;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {Rival} | {Value:0.00} {Unit} | {(IsAtLeast ? "≥" : "≤")} {Goal:0.##} {Unit} | {(IsReached ? "reached" : IsFarOff ? "**far off**" : "behind")} | {Detail} |");
}
