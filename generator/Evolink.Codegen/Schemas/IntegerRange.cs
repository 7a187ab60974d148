using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>How large the integers of a schema may be.</summary>
internal static class IntegerRange
{
    /// <summary>Whether all integers that the schema allows have at most 32 bits: it says so by its format, or by a bound on each side.</summary>
    public static bool IsInt32(SchemaView view) =>
        view.Text("format") == "int32" || (HasBound(view, upper: false) && HasBound(view, upper: true));

    public static bool FitsInt32(BigInteger value) => value >= int.MinValue && value <= int.MaxValue;

    private static bool HasBound(SchemaView view, bool upper) =>
        view.All(upper ? "maximum" : "minimum").Concat(view.All(upper ? "exclusiveMaximum" : "exclusiveMinimum"))
            .Any(bound => bound.Kind == SpecNodeKind.Number && ExactNumber.TryRound(bound.Text, !upper, out BigInteger value) && FitsInt32(value));
}
