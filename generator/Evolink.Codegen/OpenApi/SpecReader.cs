using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>From the text of a spec file to a document: tree, normalised tree, Microsoft.OpenApi.</summary>
internal static class SpecReader
{
    // A file that is wrong throughout says so well enough in a hundred messages.
    private const int MaxDiagnostics = 100;

    /// <summary>Reads any text, however broken; what is wrong is in the diagnostics. Only cancellation throws.</summary>
    public static SpecDocument Read(string file, string text, CancellationToken ct)
    {
        var diagnostics = new List<SpecDiagnostic>();
        try
        {
            return Read(file, text, diagnostics, ct);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // No input is known to come here; if one does, the build says which and the other specs go on.
            diagnostics.Add(new SpecDiagnostic(DiagnosticIds.InvalidSyntax, file, 1, 1, $"The file could not be read: {problem.Message} Please report it with the file."));
            return new SpecDocument(file, null, null, diagnostics);
        }
    }

    /// <summary>The normalised tree alone, in which the pointers of a document's model lead to their places; null where there is none.</summary>
    public static SpecNode? Tree(string file, string text, CancellationToken ct)
    {
        var known = new List<SpecDiagnostic>();
        return SpecTree.Parse(file, text, known, ct) is { Kind: SpecNodeKind.Object } parsed ? new Normaliser(file, known, ct).Document(parsed) : null;
    }

    private static SpecDocument Read(string file, string text, List<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        if (SpecTree.Parse(file, text, diagnostics, ct) is not { } parsed)
        {
            if (diagnostics.Count == 0) diagnostics.Add(new SpecDiagnostic(DiagnosticIds.NotOpenApi, file, 1, 1, "The file is empty. Write an OpenAPI document into it, or remove it."));
            return new SpecDocument(file, null, null, diagnostics);
        }

        if (DocumentKind.Objection(parsed) is { } objection)
        {
            diagnostics.Add(new SpecDiagnostic(DiagnosticIds.NotOpenApi, file, objection.Node.Line, objection.Node.Column, objection.Message));
            return new SpecDocument(file, null, null, diagnostics);
        }

        var root = new Normaliser(file, diagnostics, ct).Document(parsed);
        var places = new SpecPlaces(root, ct);
        new ReferenceChecker(file, root, places, diagnostics, ct).Check();
        var openApi = OpenApiLoader.Load(file, root, places, diagnostics, ct);
        return new SpecDocument(file, root, openApi, InOrder(diagnostics));
    }

    private static List<SpecDiagnostic> InOrder(List<SpecDiagnostic> diagnostics)
    {
        var ordered = diagnostics.OrderBy(found => found.Line).ThenBy(found => found.Column).ToList();
        if (ordered.Count <= MaxDiagnostics) return ordered;

        var last = ordered[MaxDiagnostics];
        var rest = new SpecDiagnostic(DiagnosticIds.BudgetExceeded, last.File, last.Line, last.Column, $"From here on {ordered.Count - MaxDiagnostics} more problems were found. Correct those above first.");
        return [.. ordered.Take(MaxDiagnostics), rest];
    }
}
