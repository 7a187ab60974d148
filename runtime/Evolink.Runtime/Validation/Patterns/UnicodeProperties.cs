using System.Globalization;

namespace Evolink;

/// <summary>The properties of <c>\p{…}</c> that .NET has tables for: the general categories, by short and long name.</summary>
internal static class UnicodeProperties
{
    // In the order of UnicodeCategory.
    private static readonly (string Short, string Long)[] s_categories =
    [
        ("Lu", "Uppercase_Letter"), ("Ll", "Lowercase_Letter"), ("Lt", "Titlecase_Letter"), ("Lm", "Modifier_Letter"),
        ("Lo", "Other_Letter"), ("Mn", "Nonspacing_Mark"), ("Mc", "Spacing_Mark"), ("Me", "Enclosing_Mark"),
        ("Nd", "Decimal_Number"), ("Nl", "Letter_Number"), ("No", "Other_Number"), ("Zs", "Space_Separator"),
        ("Zl", "Line_Separator"), ("Zp", "Paragraph_Separator"), ("Cc", "Control"), ("Cf", "Format"), ("Cs", "Surrogate"),
        ("Co", "Private_Use"), ("Pc", "Connector_Punctuation"), ("Pd", "Dash_Punctuation"), ("Ps", "Open_Punctuation"),
        ("Pe", "Close_Punctuation"), ("Pi", "Initial_Punctuation"), ("Pf", "Final_Punctuation"), ("Po", "Other_Punctuation"),
        ("Sm", "Math_Symbol"), ("Sc", "Currency_Symbol"), ("Sk", "Modifier_Symbol"), ("So", "Other_Symbol"), ("Cn", "Unassigned"),
    ];

    private static readonly (string Short, string Long)[] s_groups =
    [
        ("L", "Letter"), ("M", "Mark"), ("N", "Number"), ("Z", "Separator"), ("C", "Other"), ("P", "Punctuation"), ("S", "Symbol"),
    ];

    /// <summary>The code points of a property; null where it is not known.</summary>
    public static CodePointSet? Find(string name)
    {
        foreach (string prefix in (ReadOnlySpan<string>)["gc=", "General_Category="])
        {
            name = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        }

        if (name is "Any" or "ASCII")
        {
            return CodePointSet.Of(0, name == "Any" ? CodePointSet.Last : 0x7F);
        }

        string? category = s_categories.Concat(s_groups).FirstOrDefault(known => known.Short == name || known.Long == name).Short;
        return category is null ? null : OfCategory(category);
    }

    // A group is its first letter.
    private static CodePointSet OfCategory(string category)
    {
        bool[] isWanted = [.. s_categories.Select(known => known.Short.StartsWith(category, StringComparison.Ordinal))];
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

        return CodePointSet.OfAscending(ranges);
    }
}
