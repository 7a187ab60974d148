using System.Globalization;
using Evolink.Codegen.Patterns;

namespace Evolink.Runtime.Validation.Patterns;

/// <summary>The code points of the general categories, as .NET knows them.</summary>
internal static class UnicodeCategories
{
    public static CodePointSet Find(CharacterProperty property)
    {
        CodePointSet points = OfCategory(property.Category);
        return property.IsNegated ? points.Complement() : points;
    }

    private static CodePointSet OfCategory(string category)
    {
        bool[] isWanted = [.. UnicodeProperties.Categories.Select(known => UnicodeProperties.Belongs(known, category))];
        List<(int First, int Last)> ranges = [];
        for (int codePoint = 0; codePoint <= CodePointSet.Last; codePoint++)
        {
            if (!isWanted[(int)CharUnicodeInfo.GetUnicodeCategory(codePoint)])
            {
                continue;
            }

            if (ranges.Count > 0 && ranges[^1].Last == codePoint - 1)
            {
                ranges[^1] = (ranges[^1].First, codePoint);
            }
            else
            {
                ranges.Add((codePoint, codePoint));
            }
        }

        return CodePointSet.Create(ranges);
    }
}
