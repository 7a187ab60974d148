using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>From the text of a spec file to a document: the tree is parsed, normalised and checked.</summary>
internal static class SpecReader
{
    // A hundred messages are enough for a file that is wrong throughout.
    private const int MaxDiagnostics = 100;

    /// <summary>Reads any text, however broken. What is wrong is in the diagnostics; only cancellation throws.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="ct">Ends the work.</param>
    /// <param name="others">The specifications that it may refer to.</param>
    public static SpecDocument Read(string file, string text, CancellationToken ct, IReadOnlyList<SharedFile>? others = null) =>
        Read(Parse(file, text, ct), others ?? [], ct);

    /// <summary>The first half of reading: syntax.</summary>
    public static ParsedText Parse(string file, string text, CancellationToken ct)
    {
        var diagnostics = new List<SpecDiagnostic>();
        try
        {
            return new ParsedText(file, text, SpecTree.Parse(file, text, diagnostics, ct), diagnostics);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return new ParsedText(file, text, null, [.. diagnostics, Unreadable(file, problem)]);
        }
    }

    /// <summary>The second half. It gives the nodes of the tree other parents, so that a tree is read once.</summary>
    public static SpecDocument Read(ParsedText parsed, IReadOnlyList<SharedFile> others, CancellationToken ct)
    {
        List<SpecDiagnostic> diagnostics = [.. parsed.Diagnostics];
        try
        {
            return Read(parsed, others, diagnostics, ct);
        }
        catch (SpecSyntaxException problem)
        {
            diagnostics.Add(problem.ToDiagnostic(parsed.File));
            return SpecDocument.None(parsed.File, diagnostics);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            diagnostics.Add(Unreadable(parsed.File, problem));
            return SpecDocument.None(parsed.File, diagnostics);
        }
    }

    /// <summary>The normalised tree alone, in which the pointers of a document's model lead to their places; null where there is none.</summary>
    public static SpecNode? Tree(string file, string text, IReadOnlyList<SharedFile> others, CancellationToken ct)
    {
        var known = new List<SpecDiagnostic>();
        try
        {
            return SpecTree.Parse(file, text, known, ct) is { Kind: SpecNodeKind.Object } parsed ? Document(file, parsed, others, known, ct).Root : null;
        }
        catch (SpecSyntaxException)
        {
            return null;
        }
    }

    /// <summary>Reads a file that is no document of its own: whether its text can be read at all. Its parts are read with the documents that refer to them.</summary>
    public static SpecDocument ReadShared(ParsedText parsed) => SpecDocument.None(parsed.File, parsed.Diagnostics);

    private static (SpecNode Root, ObjectRoles Roles) Document(string file, SpecNode parsed, IReadOnlyList<SharedFile> others, List<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        SpecNode own = new Normaliser(file, diagnostics, ct).Document(parsed);
        var roles = new ObjectRoles(own, ct);
        SpecNode root = Bundler.Bundle(file, own, roles, others, diagnostics, ct);
        return (root, ReferenceEquals(root, own) ? roles : new ObjectRoles(root, ct));
    }

    private static SpecDocument Read(ParsedText parsed, IReadOnlyList<SharedFile> others, List<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        string file = parsed.File;
        if (parsed.Root is not { } tree)
        {
            if (DocumentationPage.Find(parsed.Text, null) is { } page) return NoDocument(file, page);
            if (diagnostics.Count == 0) diagnostics.Add(new SpecDiagnostic(DiagnosticIds.NotOpenApi, file, 1, 1, "The file is empty. Write an OpenAPI document into it, or remove it."));
            return SpecDocument.None(file, diagnostics);
        }

        if (DocumentKind.Objection(tree) is { } objection)
        {
            if (DocumentationPage.Find(parsed.Text, tree) is { } page) return NoDocument(file, page);
            diagnostics.Add(new SpecDiagnostic(DiagnosticIds.NotOpenApi, file, objection.Node.Line, objection.Node.Column, objection.Message));
            return SpecDocument.None(file, diagnostics);
        }

        (SpecNode root, ObjectRoles roles) = Document(file, tree, others, diagnostics, ct);
        new ReferenceChecker(file, root, roles, diagnostics, ct).Check();
        bool isReadable = OpenApiChecker.Check(file, root, roles, diagnostics, ct);
        return new SpecDocument(file, root, roles, isReadable, InOrder(diagnostics));
    }

    /// <summary>No input is known to come here; if one does, the build says which and the other specs go on.</summary>
    private static SpecDiagnostic Unreadable(string file, Exception problem) =>
        new(DiagnosticIds.InvalidSyntax, file, 1, 1, $"The file could not be read: {problem.Message} Please report it with the file.");

    private static SpecDocument NoDocument(string file, (int Line, int Column, string Message) page) =>
        SpecDocument.None(file, [new SpecDiagnostic(DiagnosticIds.NotOpenApi, file, page.Line, page.Column, page.Message)]);

    private static List<SpecDiagnostic> InOrder(List<SpecDiagnostic> diagnostics)
    {
        var ordered = diagnostics.Distinct().OrderBy(found => found.Line).ThenBy(found => found.Column).ToList();
        if (ordered.Count <= MaxDiagnostics) return ordered;

        SpecDiagnostic last = ordered[MaxDiagnostics];
        var rest = new SpecDiagnostic(DiagnosticIds.BudgetExceeded, last.File, last.Line, last.Column, $"From here on {ordered.Count - MaxDiagnostics} more problems were found. Correct those above first.");
        return [.. ordered.Take(MaxDiagnostics), rest];
    }
}
