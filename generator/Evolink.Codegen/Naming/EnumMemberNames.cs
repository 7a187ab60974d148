using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Naming;

/// <summary>The member name of an enum value: <c>720p</c> of <c>quality</c> is <c>Quality720p</c>, <c>-id</c> is <c>MinusId</c>.</summary>
internal static class EnumMemberNames
{
    /// <summary>
    /// The names of all values of an enum. They depend on which values there are and never on their order: of values that want one name
    /// each is called with its signs spelt, and what is left equal is numbered in ordinal order.
    /// </summary>
    /// <param name="values">Each value as it is sent, with what the specification says of it.</param>
    /// <param name="property">The JSON name of the property; its last word goes before a leading digit.</param>
    /// <param name="scope">The names that no member can have; it takes the new ones.</param>
    public static IReadOnlyList<string> Assign(IReadOnlyList<(string Value, ValueNote Note)> values, string property, NameScope scope)
    {
        List<string> wanted = [.. values.Select(item => Choose(item.Note, item.Value, property))];
        HashSet<string> contested = Repeated(wanted);
        for (int i = 0; i < wanted.Count; i++)
        {
            if (contested.Contains(wanted[i]) && !IsNamed(values[i].Note))
            {
                wanted[i] = Spell(values[i].Value, property);
            }
        }

        // Whoever is alone with a name keeps it, wherever the others stand.
        contested = Repeated(wanted);
        string[] names = new string[wanted.Count];
        foreach (int i in Enumerable.Range(0, wanted.Count).OrderBy(i => contested.Contains(wanted[i])).ThenBy(i => values[i].Value, StringComparer.Ordinal))
        {
            names[i] = scope.Take(wanted[i]);
        }

        return names;
    }

    /// <summary>The name that the specification gives, else the title that it gives, else the value.</summary>
    public static string Choose(ValueNote note, string value, string property) =>
        Words.Pascal(note.Name).Length > 0 ? Words.Identifier(note.Name, "Other")
        : Words.Pascal(note.Title).Length > 0 ? Choose(note.Title, property)
        : Choose(value, property);

    /// <param name="value">The value as it is sent.</param>
    /// <param name="property">The JSON name of the property; its last word goes before a leading digit.</param>
    public static string Choose(string value, string property)
    {
        string name = Words.Pascal(SpellSigns(value));
        return name.Length > 0 ? WithoutLeadingDigit(name, property) : Spell(value, property);
    }

    /// <summary>The name with every sign in words.</summary>
    private static string Spell(string value, string property)
    {
        string name = Words.Pascal(SignNames.SpellAll(value));
        return name.Length > 0 ? WithoutLeadingDigit(name, property) : value.Length == 0 ? "Empty" : "Other";
    }

    private static string WithoutLeadingDigit(string name, string property)
    {
        if (!char.IsDigit(name[0]))
        {
            return name;
        }

        string prefix = Words.Last(property);
        return prefix.Length == 0 || char.IsDigit(prefix[0]) ? "_" + name : prefix + name;
    }

    private static bool IsNamed(ValueNote note) => Words.Pascal(note.Name).Length > 0 || Words.Pascal(note.Title).Length > 0;

    private static HashSet<string> Repeated(IEnumerable<string> names) =>
        new(names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key), StringComparer.Ordinal);

    /// <summary>Spells the signs that say what a value means: those at its start, and a plus or minus that stands before a digit and not behind a letter or digit.</summary>
    private static string SpellSigns(string value)
    {
        string start = SignNames.SpellStart(value, out int at);
        var spelt = new StringBuilder(start, value.Length + start.Length);
        for (int i = at; i < value.Length; i++)
        {
            bool isSign = value[i] is '-' or '+'
                && i + 1 < value.Length && char.IsDigit(value[i + 1])
                && (i == 0 || !char.IsLetterOrDigit(value[i - 1]));
            spelt.Append(isSign ? SignNames.SpellAll(value[i].ToString()) : value[i].ToString());
        }

        return spelt.ToString();
    }
}
