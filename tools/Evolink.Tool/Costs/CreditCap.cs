using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using static System.FormattableString;

namespace Evolink.Tool.Costs;

/// <summary>Holds an estimate against the most that somebody wants to pay. What cannot be compared does not pass: a limit that does not hold is none.</summary>
internal static class CreditCap
{
    /// <param name="estimate">The estimate, of which the upper end counts.</param>
    /// <param name="most">The most credits.</param>
    /// <param name="wayOut">What to do where the cost is not known, as a sentence.</param>
    /// <returns>Why it does not pass; null where it does.</returns>
    public static string? FindProblem(CostEstimate estimate, decimal most, string wayOut) =>
        !estimate.IsKnown ? $"What it costs is not known before it is sent: {Listing.OneLine(estimate.UnknownBecause!)}. It cannot be held against {Invariant($"{most:0.####}")} credits. {wayOut}"
        : estimate.To > most ? $"It may cost {CostText.Line(estimate)}, and at most {Invariant($"{most:0.####}")} credits are allowed."
        : null;

    /// <exception cref="ToolException">It does not pass.</exception>
    public static void ThrowIfOver(CostEstimate estimate, decimal most, string wayOut)
    {
        if (FindProblem(estimate, most, wayOut) is { } problem) throw ToolException.Failed($"Nothing was sent. {problem}");
    }
}
