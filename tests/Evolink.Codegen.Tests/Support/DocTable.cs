using System.Runtime.CompilerServices;

namespace Evolink.Codegen.Tests.Support;

/// <summary>A table in the docs that is made of the code; <c>EVOLINK_UPDATE_SNAPSHOTS=1</c> writes it anew.</summary>
internal static class DocTable
{
    /// <summary>The rows of a page whose first cell begins with a word.</summary>
    /// <param name="page">The page, from the repository's root.</param>
    /// <param name="start">How the first cells begin.</param>
    /// <param name="rows">What the rows become where they are written anew.</param>
    /// <param name="source">This file, by which the repository is found.</param>
    public static string Rows(string page, string start, string rows, [CallerFilePath] string source = "")
    {
        string text = EmbeddedFiles.Text(Path.GetFileName(page)).ReplaceLineEndings("\n");
        string found = string.Concat(text.Split('\n').Where(line => line.StartsWith("| " + start, StringComparison.Ordinal)).Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("EVOLINK_UPDATE_SNAPSHOTS") != "1")
        {
            return found;
        }

        string root = Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..");
        File.WriteAllText(Path.Combine(root, page), text.Replace(found, rows, StringComparison.Ordinal));
        return rows;
    }
}
