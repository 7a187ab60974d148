using Markdig;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Evolink.Docs.Tests;

/// <summary>A page of the repository and its code.</summary>
public sealed class Page
{
    private const string GivenMark = "<!-- given";

    private Page(string path, string text)
    {
        Path = path;
        Text = text;
        Blocks = [.. BlocksOf(path, Markdown.Parse(text))];
    }

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <param name="root">The repository's root.</param>
    /// <param name="path">The page's path from there.</param>
    public static Page Read(string root, string path) => new(path, File.ReadAllText(System.IO.Path.Combine(root, path)));

    private static IEnumerable<CodeBlock> BlocksOf(string path, MarkdownDocument page)
    {
        string given = "";
        foreach (Block block in page.Descendants<Block>())
        {
            if (block is HtmlBlock html && TextOf(html).StartsWith(GivenMark, StringComparison.Ordinal)) given = TextOf(html)[GivenMark.Length..].Replace("-->", "", StringComparison.Ordinal);
            if (block is not FencedCodeBlock fence) continue;
            yield return new CodeBlock(path, fence.Line + 2, fence.Info ?? "", fence.Arguments ?? "", TextOf(fence), given);
            given = "";
        }
    }

    private static string TextOf(LeafBlock block) =>
        string.Concat(block.Lines.Lines.Take(block.Lines.Count).Select(static (StringLine line) => $"{line.Slice}\n"));
}
