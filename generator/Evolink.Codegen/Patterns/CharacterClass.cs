using System.Collections.Generic;

namespace Evolink.Codegen.Patterns;

/// <summary>
/// The code points that one place of a pattern takes. Unicode properties stay names: their tables grow with every version of
/// .NET, and a compiler's may not be those of the client that it compiles.
/// </summary>
/// <param name="Points">The code points that are listed.</param>
/// <param name="Properties">The properties, of which one is enough.</param>
/// <param name="IsNegated">Whether all other code points are meant.</param>
internal sealed record CharacterClass(CodePointSet Points, IReadOnlyList<CharacterProperty> Properties, bool IsNegated)
{
    /// <summary>The only code point of the class; null where there are more, or none.</summary>
    public int? Single => !IsNegated && Properties.Count == 0 ? Points.Single : null;

    public static CharacterClass Listed(CodePointSet points) => new(points, [], IsNegated: false);

    /// <summary>Whether a code point is listed, or none of those listed where the class is negated. Properties are not asked.</summary>
    public bool Lists(int codePoint) => Points.Contains(codePoint) != IsNegated;
}

/// <summary><c>\p{…}</c> or <c>\P{…}</c>.</summary>
/// <param name="Category">The short name of a general category, such as <c>Lu</c>, or the first letter that several share.</param>
/// <param name="IsNegated">Whether all code points of other categories are meant.</param>
internal readonly record struct CharacterProperty(string Category, bool IsNegated);
