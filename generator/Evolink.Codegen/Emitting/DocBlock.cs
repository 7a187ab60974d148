using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Emitting;

/// <summary>A block of a specification's Markdown, as documentation comments can show it.</summary>
internal enum DocBlockKind
{
    Paragraph,
    Heading,
    Bullets,
    Numbers,
    Table,
    Code,
}

/// <param name="Kind">What the block is.</param>
/// <param name="Lines">Its lines: of a list one an item, of a table one a row, with its cells between bars.</param>
internal sealed record DocBlock(DocBlockKind Kind, IReadOnlyList<string> Lines)
{
    private static readonly string[] s_breaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];
    private static readonly Regex s_item = new(@"^\s*(?:[-*+]|(\d{1,3}[.)]))\s+(\S.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_headingMark = new(@"^\s{0,3}#{1,6}\s+(\S.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_rule = new(@"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:=\s*){3,})$", RegexOptions.CultureInvariant);
    private static readonly Regex s_tableRule = new(@"^[\s|:-]+$", RegexOptions.CultureInvariant);

    /// <summary>Reads the blocks of a text. Paragraphs stand between blank lines; lists, tables, headings and code may follow at once.</summary>
    public static IReadOnlyList<DocBlock> Parse(string text)
    {
        var blocks = new List<DocBlock>();
        var open = new List<StringBuilder>();
        DocBlockKind kind = DocBlockKind.Paragraph;
        foreach (string line in text.Split(s_breaks, StringSplitOptions.None))
        {
            string trimmed = line.Trim();
            if (IsFence(trimmed))
            {
                bool isEnd = kind == DocBlockKind.Code;
                Close();
                kind = isEnd ? DocBlockKind.Paragraph : DocBlockKind.Code;
            }
            else if (kind == DocBlockKind.Code)
            {
                Open(line);
            }
            else if (trimmed.Length == 0 || s_rule.IsMatch(line))
            {
                Close();
                kind = DocBlockKind.Paragraph;
            }
            else if (s_headingMark.Match(line) is { Success: true } heading)
            {
                Close();
                blocks.Add(new DocBlock(DocBlockKind.Heading, [WithoutClosingMark(heading.Groups[1].Value)]));
                kind = DocBlockKind.Paragraph;
            }
            else if (s_item.Match(line) is { Success: true } item)
            {
                Continue(item.Groups[1].Success ? DocBlockKind.Numbers : DocBlockKind.Bullets);
                Open(item.Groups[2].Value.Trim());
            }
            else if (trimmed[0] == '|' && trimmed.Length > 1)
            {
                Continue(DocBlockKind.Table);
                if (!s_tableRule.IsMatch(trimmed))
                {
                    Open(trimmed.Trim('|'));
                }
            }
            else if (kind is DocBlockKind.Bullets or DocBlockKind.Numbers && open.Count > 0)
            {
                open[open.Count - 1].Append(' ').Append(trimmed);
            }
            else
            {
                Continue(DocBlockKind.Paragraph);
                Open(trimmed.TrimStart('>').TrimStart());
            }
        }

        Close();
        return blocks;

        void Open(string line) => open.Add(new StringBuilder(line));

        void Continue(DocBlockKind next)
        {
            if (kind != next)
            {
                Close();
                kind = next;
            }
        }

        void Close()
        {
            if (open.Count > 0)
            {
                blocks.Add(new DocBlock(kind, open.Select(line => line.ToString()).ToArray()));
                open.Clear();
            }
        }
    }

    /// <summary>The cells of a row of a table.</summary>
    public static IReadOnlyList<string> Cells(string row) => row.Split('|').Select(cell => cell.Trim()).ToArray();

    /// <summary>A heading may end with signs as it begins; those of its last word are its own, as in C#.</summary>
    private static string WithoutClosingMark(string heading)
    {
        string text = heading.TrimEnd();
        string shorter = text.TrimEnd('#');
        return shorter.Length > 0 && char.IsWhiteSpace(shorter[shorter.Length - 1]) ? shorter.TrimEnd() : text;
    }

    private static bool IsFence(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
}
