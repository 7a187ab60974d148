using System.Linq;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>The limits of sizes in pixels, by the names that the runtime has for them.</summary>
internal static class PixelSizes
{
    /// <summary>As arguments of the method that checks a text: <c>minSide: 16</c>.</summary>
    public static string Arguments(PixelSizeConstraint size) => string.Join(", ", size.Limits.Select(limit => $"{limit.Keyword}: {CSharp.Format(limit.Limit)}"));

    /// <summary>As properties of the attribute, which takes no decimals: <c>MinSide = 16</c>.</summary>
    public static string Properties(PixelSizeConstraint size) => string.Join(", ", size.Limits.Select(limit =>
        $"{char.ToUpperInvariant(limit.Keyword[0])}{limit.Keyword.Substring(1)} = {(limit.Limit.Kind == TypeKind.Decimal ? limit.Limit.Text + "d" : CSharp.Format(limit.Limit))}"));
}
