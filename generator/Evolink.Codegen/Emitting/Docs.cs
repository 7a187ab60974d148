using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>XML documentation from the specification's prose: escaped, and never longer than its comment.</summary>
internal static class Docs
{
    private const int Width = 110;
    private static readonly Regex Code = new("`([^`]+)`", RegexOptions.CultureInvariant);

    public static void Write(CodeWriter code, DocText doc)
    {
        Element(code, "summary", [.. Lines(doc.Summary)]);
        List<string> remarks = [.. Paragraphs(doc.Remarks)];
        if (doc.Facts.Length > 0)
        {
            remarks.AddRange(Lines(doc.Facts).Select(line => $"<para>{line}</para>"));
        }

        if (remarks.Count > 0)
        {
            Element(code, "remarks", remarks);
        }
    }

    /// <summary>One line of our own words, which may hold XML.</summary>
    public static void Write(CodeWriter code, string summary) => code.Write($"/// <summary>{summary}</summary>");

    public static void Parameter(CodeWriter code, string name, DocText doc) =>
        code.Write($"/// <param name=\"{name}\">{string.Join(" ", Lines(doc.Summary))}</param>");

    /// <summary>A text on one line, for use inside a sentence.</summary>
    public static string Inline(string text) => string.Join(" ", Lines(text));

    private static void Element(CodeWriter code, string name, IReadOnlyList<string> paragraphs)
    {
        List<string> lines = [.. paragraphs.SelectMany(Wrap)];
        if (lines.Count == 1)
        {
            code.Write($"/// <{name}>{lines[0]}</{name}>");
            return;
        }

        code.Write($"/// <{name}>");
        foreach (string line in lines)
        {
            code.Write($"/// {line}");
        }

        code.Write($"/// </{name}>");
    }

    /// <summary>Breaks a line at its spaces, so that the comment can be read without scrolling.</summary>
    private static IEnumerable<string> Wrap(string line)
    {
        while (line.Length > Width && line.LastIndexOf(' ', Width) is > 0 and var space)
        {
            yield return line.Substring(0, space);
            line = line.Substring(space + 1);
        }

        yield return line;
    }

    /// <summary>Paragraphs stand between blank lines; list items, which begin with a dash, each stand alone.</summary>
    private static IEnumerable<string> Paragraphs(string text)
    {
        var paragraph = new List<string>();
        foreach (string line in Split(text).Append(""))
        {
            bool startsItem = line.TrimStart().StartsWith("- ", System.StringComparison.Ordinal);
            if (paragraph.Count > 0 && (line.Trim().Length == 0 || startsItem))
            {
                yield return $"<para>{string.Join(" ", paragraph)}</para>";
                paragraph.Clear();
            }

            if (line.Trim().Length > 0)
            {
                paragraph.Add(Escape(line.Trim()));
            }
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        Split(text).Where(line => line.Trim().Length > 0).Select(line => Escape(line.Trim())).DefaultIfEmpty("");

    private static string[] Split(string text) => text.Split(['\n', '\r', '\u0085', '\u2028', '\u2029']);

    /// <summary>Escapes XML and drops what XML cannot hold.</summary>
    private static string Escape(string text)
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
                '\t' => " ",
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\ufffe' or '\uffff' => "",
                _ => c.ToString(),
            });
        }

        return Code.Replace(escaped.ToString(), "<c>$1</c>");
    }
}
