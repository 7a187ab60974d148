using System.Text;

namespace Evolink.Codegen.Modeling.Naming;

/// <summary>The member name of an enum value: <c>720p</c> of <c>quality</c> is <c>Quality720p</c>, <c>-1</c> is <c>Minus1</c>.</summary>
internal static class EnumMemberNames
{
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
