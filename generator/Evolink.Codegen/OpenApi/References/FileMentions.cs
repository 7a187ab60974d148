using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// The names of files in a text: those that its references may lead to, and a few more. Nothing is parsed for it, since it decides which edits of
/// other files a document has to be read again for.
/// </summary>
internal static class FileMentions
{
    private const int LongestName = 255;

    private static readonly Regex s_extension = new(@"\.(?:yaml|yml|json)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What names the file in <see cref="Find"/>: the last word of its name, since a blank may end a reference in YAML.</summary>
    public static string KeyOf(string path) => LastWord(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1));

    public static IEnumerable<string> Find(string text)
    {
        IEnumerable<string> names = s_extension.Matches(text).Cast<Match>().Select(match => LastWord(Uri.UnescapeDataString(NameUpTo(text, match.Index + match.Length))));
        return names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
    }

    private static string NameUpTo(string text, int end)
    {
        int start = end;
        while (start > 0 && end - start < LongestName && !IsBoundary(text[start - 1]))
        {
            start--;
        }

        return text.Substring(start, end - start);
    }

    private static bool IsBoundary(char c) => char.IsWhiteSpace(c) || c is '/' or '\\' or '"' or '\'' or '#' or ':' or ',' or '{' or '}' or '[' or ']';

    private static string LastWord(string name) => name.Substring(name.LastIndexOf(' ') + 1);
}
