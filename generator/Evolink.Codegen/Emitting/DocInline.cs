using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Emitting;

/// <summary>The Markdown inside a line as XML documentation: escaped first, so that nothing a specification says is markup of ours.</summary>
internal static class DocInline
{
    /// <summary>Stands for a link. Escaped text does not hold it.</summary>
    private const char LinkSign = '\uffff';

    // Every pattern takes time by the length of the line alone, whatever a specification holds: runs are taken whole.
    private static readonly Regex s_link = new(@"!?\[([^\[\]]+)\]\(\s*((?>[^\s()]+))[^()]*\)", RegexOptions.CultureInvariant);
    private static readonly Regex s_strong = new(@"\*\*(?=\S)([^*]+)(?<=\S)\*\*", RegexOptions.CultureInvariant);
    private static readonly Regex s_emphasis = new(@"(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])", RegexOptions.CultureInvariant);
    private static readonly Regex s_lineBreak = new("&lt;br ?/?&gt;", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex s_escaped = new(@"\\([\\*_\[\](){}#+.!|~-])", RegexOptions.CultureInvariant);

    /// <param name="text">One line of Markdown.</param>
    /// <param name="references">The C# members that the text may name between backticks; null for none.</param>
    public static string Format(string text, IReadOnlyDictionary<string, string>? references = null)
    {
        var xml = new StringBuilder(text.Length);
        int from = 0;
        foreach ((int start, int length, string code) in CodeSpans(text))
        {
            xml.Append(FormatProse(text.Substring(from, start - from)));
            string words = code.Trim();
            xml.Append(references is not null && references.TryGetValue(words, out string? member)
                ? $"<see cref=\"{member}\"/>"
                : $"<c>{Escape(words)}</c>");
            from = start + length;
        }

        return xml.Append(FormatProse(text.Substring(from))).ToString();
    }

    /// <summary>Escapes XML and drops what XML cannot hold.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\t' or '\u0085' or '\u2028' or '\u2029' => " ",
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\ufffe' or '\uffff' => "",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>What stands between a run of backticks and the next one of the same length.</summary>
    private static IEnumerable<(int Start, int Length, string Code)> CodeSpans(string text)
    {
        List<(int Start, int Length)> runs = [];
        for (int i = text.IndexOf('`'); i >= 0; i = text.IndexOf('`', i))
        {
            int start = i;
            while (i < text.Length && text[i] == '`')
            {
                i++;
            }

            runs.Add((start, i - start));
        }

        int[] ends = new int[runs.Count];
        var byLength = new Dictionary<int, int>();
        for (int run = runs.Count - 1; run >= 0; run--)
        {
            ends[run] = byLength.TryGetValue(runs[run].Length, out int end) ? end : -1;
            byLength[runs[run].Length] = run;
        }

        for (int run = 0; run < runs.Count; run++)
        {
            if (ends[run] < 0)
            {
                continue;
            }

            (int start, int length) = runs[run];
            (int end, _) = runs[ends[run]];
            yield return (start, end + length - start, text.Substring(start + length, end - start - length));
            run = ends[run];
        }
    }

    private static string FormatProse(string text)
    {
        // A link is one sign while emphasis is looked for, so that none begins or ends within it.
        var links = new Queue<string>();
        string xml = s_link.Replace(s_lineBreak.Replace(Escape(text), " "), link =>
        {
            string label = Emphasise(link.Groups[1].Value);
            links.Enqueue(IsAddress(link.Groups[2].Value) ? $"<see href=\"{s_escaped.Replace(link.Groups[2].Value, "$1")}\">{label}</see>" : label);
            return LinkSign.ToString();
        });
        xml = Emphasise(xml);
        if (links.Count == 0)
        {
            return xml;
        }

        var whole = new StringBuilder(xml.Length);
        foreach (char c in xml)
        {
            _ = c == LinkSign ? whole.Append(links.Dequeue()) : whole.Append(c);
        }

        return whole.ToString();
    }

    private static string Emphasise(string xml) =>
        s_escaped.Replace(s_emphasis.Replace(s_strong.Replace(xml, "<b>$1</b>"), "<i>$1</i>"), "$1");

    /// <summary>A page that a browser can open. The text is escaped but for quotes.</summary>
    private static bool IsAddress(string link) =>
        (link.StartsWith("https://", System.StringComparison.Ordinal) || link.StartsWith("http://", System.StringComparison.Ordinal)) && link.IndexOf('"') < 0;
}
