using System.Collections.Generic;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>The text of a file as a tree, whatever it means.</summary>
/// <param name="file">The file's path.</param>
/// <param name="text">Its text.</param>
/// <param name="root">The tree; null if the file is empty or cannot be read.</param>
/// <param name="diagnostics">What is wrong with its syntax.</param>
internal sealed class ParsedText(string file, string text, SpecNode? root, IReadOnlyList<SpecDiagnostic> diagnostics)
{
    public string File => file;

    public string Text => text;

    public SpecNode? Root => root;

    public IReadOnlyList<SpecDiagnostic> Diagnostics => diagnostics;

    /// <summary>Whether another text, without a fault of syntax like this one, makes the same tree: only comments, spaces and line breaks may differ.</summary>
    public bool SaysTheSame(ParsedText other) =>
        Diagnostics.Count + other.Diagnostics.Count == 0 && Root is { } own && other.Root is { } others && own.SaysTheSame(others);
}
