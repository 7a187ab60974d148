using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>How large the integers of a schema may be.</summary>
internal static class IntegerRange
{
    /// <summary>Whether all integers that the schema allows have at most 32 bits: it says so by its format, or by a bound on each side.</summary>
    public static bool IsInt32(SchemaView view) => view.Text("format") == "int32" || HasInt32Bounds(view);

    /// <summary>Whether the integers have 64 bits without a sign: the format says so, and no bound allows one below zero.</summary>
    public static bool IsUInt64(SchemaView view) => view.Text("format") == "uint64"
        && view.All("minimum").All(bound => !ExactNumber.TryRound(bound.Text, up: true, out BigInteger value) || value.Sign >= 0);

    /// <summary>Whether the schema has a bound of at most 32 bits on each side.</summary>
    public static bool HasInt32Bounds(SchemaView view) => HasBound(view, upper: false) && HasBound(view, upper: true);

    /// <summary>Whether <c>multipleOf</c> leaves no number with a fraction.</summary>
    public static bool HasIntegerSteps(SchemaView view) =>
        view.All("multipleOf").Any(step => ExactNumber.TryParseInteger(step.Text, out BigInteger value) && value > 0);

    public static bool FitsInt32(BigInteger value) => value >= int.MinValue && value <= int.MaxValue;

    /// <summary>Whether a number has 64 bits, and none for a sign.</summary>
    public static bool NeedsUInt64(BigInteger value) => value > long.MaxValue && value <= ulong.MaxValue;

    private static bool HasBound(SchemaView view, bool upper) =>
        view.All(upper ? "maximum" : "minimum").Concat(view.All(upper ? "exclusiveMaximum" : "exclusiveMinimum"))
            .Any(bound => bound.Kind == SpecNodeKind.Number && ExactNumber.TryRound(bound.Text, !upper, out BigInteger value) && FitsInt32(value));
}
