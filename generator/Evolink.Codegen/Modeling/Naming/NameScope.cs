using System;
using System.Collections.Generic;
using System.Globalization;

namespace Evolink.Codegen.Modeling.Naming;

/// <summary>
/// The names taken in one place. Who comes later and wants a taken name gets a numeric suffix.
/// Types are compared without case, because each becomes a file; members are compared with it.
/// </summary>
internal sealed class NameScope(StringComparer comparer, IEnumerable<string>? reserved = null)
{
    private readonly HashSet<string> taken = new(comparer);
    private readonly HashSet<string> reserved = new(reserved ?? [], StringComparer.Ordinal);

    public static NameScope ForTypes() => new(StringComparer.OrdinalIgnoreCase);

    public static NameScope ForMembers(IEnumerable<string> reserved) => new(StringComparer.Ordinal, reserved);

    /// <summary>Takes the name, or the nearest free one: a reserved name gets a trailing underscore, a taken one a number.</summary>
    public string Take(string name)
    {
        string wanted = reserved.Contains(name) ? name + "_" : name;
        string free = wanted;
        for (int suffix = 2; !taken.Add(free); suffix++)
        {
            free = wanted + suffix.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }
}
