using System;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Naming;

/// <summary>The name of a specification: its file's name without folder, extension and the number by which folders are sorted.</summary>
internal static class SpecNames
{
    private static readonly string[] s_extensions = [".yaml", ".yml", ".json"];

    /// <summary><c>003-</c> before a letter; not <c>2.7</c>, <c>3d</c> or <c>2024-05-01</c>.</summary>
    private static readonly Regex s_sortNumber = new(@"^[0-9]+[-_. ]+(?=\p{L})", RegexOptions.CultureInvariant);

    /// <summary>The name as the names of types begin with it. None begins with a digit, or with a line in the place of one.</summary>
    public static string Prefix(string name) =>
        Words.Pascal(name) is { Length: > 0 } prefix && !char.IsDigit(prefix[0]) ? prefix : "Spec" + Words.Pascal(name);

    public static string FromFile(string file) => s_sortNumber.Replace(WithoutExtension(file), "");

    private static string WithoutExtension(string file)
    {
        string name = file.Substring(file.LastIndexOf('/') + 1);
        foreach (string extension in s_extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return name.Substring(0, name.Length - extension.Length);
            }
        }

        return name;
    }
}
