using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Evolink.Codegen.Parsing;

/// <summary>A YAML text in the shape that YamlDotNet reads rightly. Every line and column stays where it was.</summary>
internal sealed class YamlText
{
    // YamlDotNet rejects a block scalar that starts with a longer line of spaces alone. Such lines carry no text, so they go.
    private static readonly Regex s_blankLine = new(@"^[ \t]+(?=\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    // It breaks lines at these, as YAML 1.1 did; in 1.2 they are text like any other. Noncharacters stand in for them.
    private const string OldBreaks = "\u0085\u2028\u2029";
    private const string StandIns = "\uFDD0\uFDD1\uFDD2";

    private readonly bool _hasOldBreaks;
    private readonly (int Line, int Column) _end;

    private YamlText(string text, bool hasOldBreaks, (int Line, int Column) end) => (Text, _hasOldBreaks, _end) = (text, hasOldBreaks, end);

    public string Text { get; }

    public static YamlText Prepare(string text)
    {
        (int Line, int Column) end = EndOf(text);
        bool hasOldBreaks = text.IndexOfAny(OldBreaks.ToCharArray()) >= 0;
        if (hasOldBreaks) text = Exchange(text, OldBreaks, StandIns);
        return new YamlText(s_blankLine.Replace(text, ""), hasOldBreaks, end);
    }

    public string Restore(string value) => _hasOldBreaks ? Exchange(value, StandIns, OldBreaks) : value;

    /// <summary>A place as YamlDotNet counts it; after a last line without a break that is on a line which is not there.</summary>
    public (int Line, int Column) PlaceOf(Mark mark) => mark.Line > _end.Line ? _end : ((int)mark.Line, (int)mark.Column);

    private static string Exchange(string text, string from, string to)
    {
        var result = new StringBuilder(text);
        for (int index = 0; index < from.Length; index++) result.Replace(from[index], to[index]);
        return result.ToString();
    }

    /// <exception cref="SpecSyntaxException">A control character: YamlDotNet skips a NUL silently, and the rest of a line with it.</exception>
    private static (int Line, int Column) EndOf(string text)
    {
        (int line, int column) = (1, 1);
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (character < ' ' && character is not ('\t' or '\r' or '\n'))
            {
                throw new SpecSyntaxException(line, column, $"The control character U+{(int)character:X4} stands here, which YAML does not allow. Remove it, or write it as an escape in double quotes.");
            }

            bool endsLine = character == '\n' || (character == '\r' && (index + 1 == text.Length || text[index + 1] != '\n'));
            (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
        }

        return (line, column);
    }
}
