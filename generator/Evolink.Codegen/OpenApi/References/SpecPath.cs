using System;
using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

/// <summary>Paths of specifications, as text: no file system is asked.</summary>
internal static class SpecPath
{
    public static string Normalise(string path) => path.Replace('\\', '/');

    /// <summary>The file's name without folder and extension.</summary>
    public static string Stem(string path)
    {
        string name = path.Substring(path.LastIndexOf('/') + 1);
        return name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;
    }

    /// <summary>Where a relative reference of a file leads. An address of the web is none of the project's files.</summary>
    public static string Combine(string file, string reference)
    {
        string path = Normalise(Uri.UnescapeDataString(reference));
        if (path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') >= 0)
        {
            return path;
        }

        var segments = new List<string>(file.Split('/'));
        segments.RemoveAt(segments.Count - 1);
        foreach (string segment in path.Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] is not ("" or ".."))
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }
}
