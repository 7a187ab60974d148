using System.Collections.Generic;
using System.Threading;
using Evolink.Codegen.Diagnostics;

namespace Evolink.Codegen.Reading;

/// <summary>
/// Reports references that lead nowhere, out of the document or round in a circle. The tree keeps them: what is lost
/// without their target is for the next layer to say.
/// </summary>
internal sealed class ReferenceChecker(string file, SpecNode root, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct)
{
    // Nodes whose chain of references is known; a chain is walked once however many lead into it.
    private readonly HashSet<SpecNode> _judged = [];

    public void Check()
    {
        foreach (var (node, place) in SpecPlaces.Of(root))
        {
            ct.ThrowIfCancellationRequested();
            if (SpecGrammar.CanRefer(place) && node[SpecReference.Keyword] is { } reference) Check(node, reference);
        }
    }

    private void Check(SpecNode node, SpecNode reference)
    {
        if (reference.Kind != SpecNodeKind.String)
        {
            Report(DiagnosticIds.UnresolvedReference, reference, $"'$ref' has to be a string; {Expectation.Found(reference)} was found. Write a pointer such as '#/components/schemas/Name'.");
        }
        else if (SpecReference.IsExternal(reference.Text))
        {
            Report(DiagnosticIds.ExternalReference, reference, $"'{Expectation.Quote(reference.Text)}' leads out of this document, and such references are not followed. Copy its target into the document's components.");
        }
        else if (SpecReference.Target(node, root) is null)
        {
            Report(DiagnosticIds.UnresolvedReference, reference, $"'{Expectation.Quote(reference.Text)}' leads nowhere in this document. Correct the pointer or add what it names.");
        }
        else if (LeadsBackToItself(node))
        {
            Report(DiagnosticIds.UnresolvedReference, reference, $"'{Expectation.Quote(reference.Text)}' leads back to this reference by references alone, so that it means nothing. Let one of them be a definition.");
        }
    }

    private bool LeadsBackToItself(SpecNode start)
    {
        var passed = new HashSet<SpecNode>();
        for (var node = start; node is not null && !_judged.Contains(node); node = SpecReference.Target(node, root))
        {
            if (passed.Add(node)) continue;

            // A circle is reported once, where the document first enters it.
            _judged.UnionWith(passed);
            return true;
        }

        _judged.UnionWith(passed);
        return false;
    }

    private void Report(string id, SpecNode node, string message) =>
        diagnostics.Add(new SpecDiagnostic(id, file, node.Line, node.Column, message));
}
