using System.Text;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Reading;

/// <summary>A YAML text in the shape that YamlDotNet reads rightly. Every line and column stays where it was.</summary>
internal sealed class YamlText
{
    // YamlDotNet rejects a block scalar that starts with a longer line of spaces alone. Such lines carry no text, so they go.
    private static readonly Regex BlankLine = new(@"^[ \t]+(?=\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    // It breaks lines at these, as YAML 1.1 did; in 1.2 they are text like any other. Noncharacters stand in for them.
    private const string OldBreaks = "\u0085\u2028\u2029";
    private const string StandIns = "\uFDD0\uFDD1\uFDD2";

    private readonly bool _hasOldBreaks;

    private YamlText(string text, bool hasOldBreaks) => (Text, _hasOldBreaks) = (text, hasOldBreaks);

    public string Text { get; }

    public static YamlText Prepare(string text)
    {
        RejectControlCharacters(text);
        var hasOldBreaks = text.IndexOfAny(OldBreaks.ToCharArray()) >= 0;
        if (hasOldBreaks) text = Exchange(text, OldBreaks, StandIns);
        return new YamlText(BlankLine.Replace(text, ""), hasOldBreaks);
    }

    public string Restore(string value) => _hasOldBreaks ? Exchange(value, StandIns, OldBreaks) : value;

    private static string Exchange(string text, string from, string to)
    {
        var result = new StringBuilder(text);
        for (var index = 0; index < from.Length; index++) result.Replace(from[index], to[index]);
        return result.ToString();
    }

    // YamlDotNet skips a NUL silently, and the rest of a line with it.
    private static void RejectControlCharacters(string text)
    {
        var (line, column) = (1, 1);
        foreach (var character in text)
        {
            if (character < ' ' && character is not ('\t' or '\r' or '\n'))
            {
                throw new SpecSyntaxException(line, column, $"The control character U+{(int)character:X4} stands here, which YAML does not allow. Remove it, or write it as an escape in double quotes.");
            }

            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }
    }
}
