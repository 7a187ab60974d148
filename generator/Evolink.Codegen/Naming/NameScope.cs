using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Evolink.Codegen.Naming;

/// <summary>
/// The names taken in one place. A later request for a taken name gets a numeric suffix.
/// Types are compared without case, because each becomes a file; members are compared with it.
/// </summary>
internal sealed class NameScope
{
    private const int Longest = 150;
    private readonly HashSet<string> _taken;
    private readonly ICollection<string> _reserved;

    // Thousands of types may want one name, so that numbers are not tried twice.
    private Dictionary<string, int>? _suffixes;

    /// <param name="comparer">What makes two names one.</param>
    /// <param name="reserved">The names that nothing can have. A set is asked as it is.</param>
    private NameScope(StringComparer comparer, IEnumerable<string> reserved)
    {
        _taken = new HashSet<string>(comparer);
        _reserved = reserved as HashSet<string> ?? new HashSet<string>(reserved, StringComparer.Ordinal);
    }

    public static NameScope ForTypes(IEnumerable<string>? reserved = null) => new(StringComparer.OrdinalIgnoreCase, reserved ?? []);

    public static NameScope ForMembers(IEnumerable<string> reserved) => new(StringComparer.Ordinal, reserved);

    /// <summary>Takes the name, or the nearest free one: a reserved name gets a trailing underscore, a taken one a number.</summary>
    public string Take(string name)
    {
        string wanted = Shorten(_reserved.Contains(name) ? name + "_" : name);
        if (_taken.Add(wanted))
        {
            return wanted;
        }

        _suffixes ??= new Dictionary<string, int>(_taken.Comparer);
        int suffix = _suffixes.TryGetValue(wanted, out int last) ? last : 1;
        string free;
        do
        {
            free = wanted + (++suffix).ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(free));

        _suffixes[wanted] = suffix;
        return free;
    }

    /// <summary>C# allows no name of more than a thousand bytes, and file systems less; what is cut off goes on as a number.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        uint hash = name.Aggregate(2166136261, (sum, c) => unchecked((sum ^ c) * 16777619));
        return name.Substring(0, Longest - 9) + "_" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
