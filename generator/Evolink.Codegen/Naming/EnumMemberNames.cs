using System.Text;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Naming;

/// <summary>The member name of an enum value: <c>720p</c> of <c>quality</c> is <c>Quality720p</c>, <c>-1</c> is <c>Minus1</c>.</summary>
internal static class EnumMemberNames
{
    /// <summary>The name that the specification gives, else the title that it gives, else the value.</summary>
    public static string Of(ValueNote note, string value, string property) =>
        Words.Pascal(note.Name).Length > 0 ? Words.Identifier(note.Name, "Other")
        : Words.Pascal(note.Title).Length > 0 ? Of(note.Title, property)
        : Of(value, property);

    /// <param name="value">The value as it is sent.</param>
    /// <param name="property">The JSON name of the property; its last word goes before a leading digit.</param>
    public static string Of(string value, string property)
    {
        string name = Words.Pascal(SpellSigns(value));
        if (name.Length == 0)
        {
            return value.Length == 0 ? "Empty" : "Other";
        }

        if (!char.IsDigit(name[0]))
        {
            return name;
        }

        string prefix = Words.Last(property);
        return prefix.Length == 0 || char.IsDigit(prefix[0]) ? "_" + name : prefix + name;
    }

    /// <summary>A sign stands before a digit and behind nothing that a name could hold.</summary>
    private static string SpellSigns(string value)
    {
        var spelt = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            bool isSign = value[i] is '-' or '+'
                && i + 1 < value.Length && char.IsDigit(value[i + 1])
                && (i == 0 || !char.IsLetterOrDigit(value[i - 1]));
            spelt.Append(!isSign ? value[i].ToString() : value[i] == '-' ? " Minus" : " Plus");
        }

        return spelt.ToString();
    }
}
