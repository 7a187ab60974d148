using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Evolink.Codegen.Client;

/// <summary>
/// The runtime's public types: no generated type in the runtime's own namespace can have their names. They are read from the list
/// that the runtime's own build holds its public types against, which is embedded here.
/// </summary>
internal static class RuntimeNames
{
    private const string Namespace = "Evolink.";
    private static readonly Lazy<IReadOnlyList<string>> s_all = new(Read);

    private static readonly Lazy<HashSet<string>> s_set = new(static () => new HashSet<string>(s_all.Value, StringComparer.Ordinal));

    public static IReadOnlyList<string> Types => s_all.Value;

    public static bool Contains(string name) => s_set.Value.Contains(name);

    private static IReadOnlyList<string> Read()
    {
        System.Reflection.Assembly assembly = typeof(RuntimeNames).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("PublicAPI.", StringComparison.Ordinal))
            .SelectMany(name => Lines(assembly.GetManifestResourceStream(name)!))
            .Where(IsType)
            .Select(line => line.Substring(Namespace.Length).Split('<')[0])
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToList();
    }

    private static IEnumerable<string> Lines(Stream list)
    {
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>A type is listed by its name alone; behind a member stands its type or value.</summary>
    private static bool IsType(string line) =>
        line.StartsWith(Namespace, StringComparison.Ordinal) && !line.Contains(" -> ") && !line.Contains(" = ") && !line.Contains("(")
        && line.IndexOf('.', Namespace.Length) < 0;
}
