using System;
using System.Collections.Generic;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// Reports references that lead nowhere, to something else than is due or round in a circle. The tree
/// keeps them; what is lost without their target is reported where it is needed.
/// </summary>
internal sealed class ReferenceChecker(string file, SpecNode root, ObjectRoles roles, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct)
{
    // Nodes whose chain of references is known; a chain is walked once however many lead into it.
    private readonly HashSet<SpecNode> _judged = [];

    public void Check()
    {
        foreach (SpecNode node in roles.Nodes)
        {
            ct.ThrowIfCancellationRequested();
            if (OpenApiKeywords.CanRefer(roles.Find(node)) && node[SpecReference.Keyword] is { } reference) Check(node, reference);
        }
    }

    private void Check(SpecNode node, SpecNode reference)
    {
        // The bundler has followed what can be followed, and reported the rest.
        if (reference.Kind == SpecNodeKind.String && SpecReference.IsExternal(reference.Text)) return;

        string quoted = $"'{MessageText.Truncate(reference.Text)}'";
        if (reference.Kind != SpecNodeKind.String)
        {
            Report(DiagnosticIds.UnresolvedReference, reference, $"'$ref' has to be a string; {Expectation.DescribeFound(reference)} was found. Write a pointer such as '#/components/schemas/Name'.");
        }
        else if (SpecReference.Target(node, root) is not { } target)
        {
            Report(DiagnosticIds.UnresolvedReference, reference, $"{quoted} {(reference.Text.StartsWith("#/", StringComparison.Ordinal) ? "leads nowhere in this document. Correct the pointer or add what it names." : "leads nowhere in this document: no schema has such an '$anchor'. Write a pointer such as '#/components/schemas/Name'.")}");
        }
        else if (roles.Find(target) != roles.Find(node))
        {
            Report(DiagnosticIds.UnresolvedReference, reference, $"{quoted} leads to something else than the {roles.Find(node)} that is due here. Move its target to the components of that kind, or correct the pointer.");
        }
        else if (EndsInCircle(node))
        {
            Report(DiagnosticIds.UnresolvedReference, reference, $"{quoted} leads round in a circle of references, so that it means nothing. Let one of them be a definition.");
        }
    }

    // A circle is reported once, where the document first enters it.
    private bool EndsInCircle(SpecNode start)
    {
        var passed = new HashSet<SpecNode>();
        SpecNode? node = start;
        while (node is not null && !_judged.Contains(node) && passed.Add(node))
        {
            ct.ThrowIfCancellationRequested();
            node = SpecReference.Target(node, root);
        }

        bool isCircle = node is not null && passed.Contains(node);
        _judged.UnionWith(passed);
        return isCircle;
    }

    private void Report(string id, SpecNode node, string message) =>
        diagnostics.Add(new SpecDiagnostic(id, file, node.Line, node.Column, message));
}
