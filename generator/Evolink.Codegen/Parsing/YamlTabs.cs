using System.Linq;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Parsing;

/// <summary>
/// Finds the tab that a parser of YAML stumbled over. It reports where the mapping or text began that it was reading, often lines above, and a tab
/// cannot be seen.
/// </summary>
internal static class YamlTabs
{
    private static readonly Regex s_blockScalar = new(@"[|>][-+]?[0-9]?[-+]?[ \t]*(#.*)?$", RegexOptions.CultureInvariant);

    /// <param name="text">The text.</param>
    /// <param name="problemLine">The line that the parser reports.</param>
    /// <param name="isAboutTabs">Whether the parser says that it is a tab; otherwise it is one only if it stands in that line or the next.</param>
    /// <returns>The first tab in the indentation from the reported line on, else the first of all; null where there is none.</returns>
    public static (int Line, int Column)? Find(string text, int problemLine, bool isAboutTabs)
    {
        (int Line, int Column)? first = null;
        int blockIndent = -1, line = 0;
        foreach (string content in text.Split('\n').Select(raw => raw.TrimEnd('\r')))
        {
            line++;
            int spaces = content.Length - content.TrimStart(' ').Length;
            if (string.IsNullOrWhiteSpace(content) || (blockIndent >= 0 && spaces > blockIndent))
            {
                // Text of a block scalar may hold tabs.
                continue;
            }

            blockIndent = s_blockScalar.IsMatch(content) ? spaces : -1;
            if (content[spaces] != '\t')
            {
                continue;
            }

            if (isAboutTabs ? line >= problemLine : line == problemLine || line == problemLine + 1)
            {
                return (line, spaces + 1);
            }

            first ??= (line, spaces + 1);
        }

        return isAboutTabs ? first : null;
    }
}
