using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>XML documentation from the specification's Markdown.</summary>
internal static class Docs
{
    private const int Width = 110;

    /// <param name="code">What is written to.</param>
    /// <param name="doc">The documentation.</param>
    /// <param name="references">The C# members that the text may name by their JSON names; null for none.</param>
    public static void Write(CodeWriter code, DocText doc, IReadOnlyDictionary<string, string>? references = null)
    {
        WriteElement(code, "summary", DocBlock.Parse(doc.Summary), references);
        List<DocBlock> remarks = [.. DocBlock.Parse(doc.Remarks)];
        if (doc.Facts.Length > 0)
        {
            remarks.Add(new DocBlock(DocBlockKind.Paragraph, [doc.Facts]));
        }

        if (doc.Advice.Count > 0)
        {
            remarks.Add(new DocBlock(doc.Advice.Count == 1 ? DocBlockKind.Paragraph : DocBlockKind.Bullets, [.. doc.Advice.Select(advice => advice.Text)]));
        }

        if (remarks.Count > 0)
        {
            WriteElement(code, "remarks", remarks, references);
        }
    }

    /// <summary>One line of our own words, which may hold XML.</summary>
    public static void Write(CodeWriter code, string summary) => code.Write($"/// <summary>{summary}</summary>");

    public static void Parameter(CodeWriter code, string name, DocText doc) =>
        code.Write($"/// <param name=\"{name}\">{Inline(doc.Summary)}</param>");

    /// <summary>A text on one line, for use inside a sentence.</summary>
    public static string Inline(string text) =>
        string.Join(" ", DocBlock.Parse(text).SelectMany(block => block.Lines).Select(line => DocInline.Format(line)));

    private static void WriteElement(CodeWriter code, string name, IReadOnlyList<DocBlock> blocks, IReadOnlyDictionary<string, string>? references)
    {
        List<string> lines = [.. blocks.SelectMany(block => Lines(block, isOnly: blocks.Count == 1, references))];
        if (lines.Count < 2)
        {
            code.Write($"/// <{name}>{string.Concat(lines)}</{name}>");
            return;
        }

        code.Write($"/// <{name}>");
        foreach (string line in lines)
        {
            code.Write($"/// {line}".TrimEnd());
        }

        code.Write($"/// </{name}>");
    }

    private static IEnumerable<string> Lines(DocBlock block, bool isOnly, IReadOnlyDictionary<string, string>? references)
    {
        switch (block.Kind)
        {
            case DocBlockKind.Code:
                return block.Lines.Select(DocInline.Escape).Prepend("<code>").Append("</code>");
            case DocBlockKind.Bullets:
            case DocBlockKind.Numbers:
                string type = block.Kind == DocBlockKind.Bullets ? "bullet" : "number";
                return block.Lines.SelectMany(line => Wrap($"<item><description>{Format(line)}</description></item>")).Prepend($"<list type=\"{type}\">").Append("</list>");
            case DocBlockKind.Table:
                return block.Lines.SelectMany((line, row) => Wrap(Row(DocBlock.Cells(line), row == 0 ? "listheader" : "item"))).Prepend("<list type=\"table\">").Append("</list>");
            default:
                string text = Format(string.Join(" ", block.Lines));
                text = block.Kind == DocBlockKind.Heading ? $"<b>{text}</b>" : text;
                return Wrap(isOnly ? text : $"<para>{text}</para>");
        }

        string Format(string text) => DocInline.Format(text, references);

        string Row(IReadOnlyList<string> cells, string element) =>
            $"<{element}><term>{Format(cells[0])}</term><description>{Format(string.Join("; ", cells.Skip(1)))}</description></{element}>";
    }

    /// <summary>Breaks a line at its spaces, so that the comment can be read without scrolling.</summary>
    private static IEnumerable<string> Wrap(string line)
    {
        int from = 0;
        while (line.Length - from > Width && line.LastIndexOf(' ', from + Width, Width) is > 0 and var space && space > from)
        {
            yield return line.Substring(from, space - from);
            from = space + 1;
        }

        yield return line.Substring(from);
    }
}
