using System;
using System.Collections.Generic;
using System.IO;

namespace Evolink.Codegen.Naming;

/// <summary>
/// The types of the namespaces that every project uses by default: a generated type of such a name would hide one, or be ambiguous beside it. The list is
/// embedded, since a generator that looked at the compilation would run at every key that is pressed.
/// </summary>
internal static class HiddenNames
{
    public const string Resource = "ImplicitUsings.txt";

    /// <summary>What <c>ImplicitUsings</c> adds to a project of <c>Microsoft.NET.Sdk</c>.</summary>
    public static readonly string[] Namespaces =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly Lazy<HashSet<string>> s_all = new(Read);

    /// <summary>Whether a type of that name, without type parameters, would hide another.</summary>
    public static bool Contains(string name) => s_all.Value.Contains(name);

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(HiddenNames).Assembly.GetManifestResourceStream(Resource)!);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            names.Add(line);
        }

        return names;
    }
}
