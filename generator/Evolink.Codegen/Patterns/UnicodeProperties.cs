using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Patterns;

/// <summary>The properties of <c>\p{…}</c> that .NET has tables for: the general categories, by short and long name.</summary>
internal static class UnicodeProperties
{
    /// <summary>The short names, in the order of <see cref="System.Globalization.UnicodeCategory"/>.</summary>
    public static IReadOnlyList<string> Categories { get; } =
        "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn".Split(' ');

    private static readonly string[] s_groups = "L LC M N Z C P S".Split(' ');

    // In the order of the short names, then of the groups.
    private static readonly string[] s_longNames =
        ("Uppercase_Letter Lowercase_Letter Titlecase_Letter Modifier_Letter Other_Letter Nonspacing_Mark Spacing_Mark Enclosing_Mark "
        + "Decimal_Number Letter_Number Other_Number Space_Separator Line_Separator Paragraph_Separator Control Format Surrogate "
        + "Private_Use Connector_Punctuation Dash_Punctuation Open_Punctuation Close_Punctuation Initial_Punctuation Final_Punctuation "
        + "Other_Punctuation Math_Symbol Currency_Symbol Modifier_Symbol Other_Symbol Unassigned "
        + "Letter Cased_Letter Mark Number Separator Other Punctuation Symbol").Split(' ');

    private static readonly Dictionary<string, string> s_shortNames = Names();

    /// <summary>What a property means; null where it is not known.</summary>
    public static CharacterClass? Find(string name)
    {
        if (name is "Any" or "ASCII")
        {
            return CharacterClass.Listed(CodePointSet.Create(0, name == "Any" ? CodePointSet.Last : 0x7F));
        }

        string value = name;
        foreach (string prefix in new[] { "gc=", "General_Category=" })
        {
            value = name.StartsWith(prefix, StringComparison.Ordinal) ? name.Substring(prefix.Length) : value;
        }

        return s_shortNames.TryGetValue(value, out string? category)
            ? new(CodePointSet.Empty, [new CharacterProperty(category, IsNegated: false)], IsNegated: false)
            : null;
    }

    /// <summary>Whether a category, by its short name, is or belongs to another.</summary>
    public static bool Belongs(string category, string to) =>
        to == "LC" ? category is "Lu" or "Ll" or "Lt" : category.StartsWith(to, StringComparison.Ordinal);

    private static Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["digit"] = "Nd",
            ["punct"] = "P",
            ["cntrl"] = "Cc",
            ["Combining_Mark"] = "M",
        };
        foreach ((string category, string longName) in Categories.Concat(s_groups).Zip(s_longNames, static (category, longName) => (category, longName)))
        {
            names[category] = names[longName] = category;
        }

        return names;
    }
}
