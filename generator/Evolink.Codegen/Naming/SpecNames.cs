using System;

namespace Evolink.Codegen.Naming;

/// <summary>The name of a specification: its file's name without folder and extension.</summary>
internal static class SpecNames
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    public static string Of(string file)
    {
        string name = file.Substring(file.LastIndexOf('/') + 1);
        foreach (string extension in Extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return name.Substring(0, name.Length - extension.Length);
            }
        }

        return name;
    }
}
