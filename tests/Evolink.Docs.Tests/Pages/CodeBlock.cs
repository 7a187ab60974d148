namespace Evolink.Docs.Tests;

/// <summary>A fenced block of a page. What follows the language on the fence is not shown to readers, and says what the block is.</summary>
/// <param name="Page">The page's path from the repository's root.</param>
/// <param name="Line">The block's first line, counted from one.</param>
/// <param name="Language">The fence's first word.</param>
/// <param name="Word">The fence's second word: <c>continued</c>, a file's name …; empty for none.</param>
/// <param name="Text">What is between the fences, without their indentation.</param>
/// <param name="Given">The comment <c>&lt;!-- given … --&gt;</c> before it: code that belongs to the block and would only distract.</param>
public sealed record CodeBlock(string Page, int Line, string Language, string Word, string Text, string Given)
{
    /// <summary>Whether the block is a whole file, whose name stands on the fence.</summary>
    public bool IsFile => Word.Contains('.', StringComparison.Ordinal);

    public override string ToString() => $"{Page}:{Line}";
}
