using System;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Types;

/// <summary>
/// Ids and wanted names of the types of one specification. Requests belong to their file: their ids carry it and their
/// names begin with the specification's. Responses belong to the client: same-named ones of several files are one.
/// </summary>
internal sealed class TypeScope(string file, string specName, bool isRequest)
{
    public bool IsRequest => isRequest;

    public string Prefix { get; } = isRequest ? Words.Identifier(specName, "Spec") : "";

    /// <summary>The id and the wanted name of the type that a node defines.</summary>
    public (string Id, string Name) Name(SpecNode identity, TypeHint hint)
    {
        string? component = ComponentName(identity);
        if (!isRequest)
        {
            return component is null ? (hint.InlineId, hint.InlineName) : (ComponentId(component), Words.Identifier(component, "Schema"));
        }

        string name = ReferenceEquals(hint.Body, identity) || component is null
            ? hint.InlineName
            : Prefix + Words.Identifier(component, "Schema");
        return ($"{file}#{identity.Pointer}", name);
    }

    /// <summary>What the items of a named list and the values of a named map are called: they have no other owner, wherever the list is used.</summary>
    public TypeHint Hint(SpecNode identity, TypeHint hint) =>
        !ReferenceEquals(hint.Body, identity) && ComponentName(identity) is { } component
            ? hint with { InlineName = Prefix + Words.Identifier(component, "Schema"), InlineId = ComponentId(component) }
            : hint;

    /// <summary>Without the slash that begins what is inside.</summary>
    private static string ComponentId(string component) => SpecNode.EscapeSegment(component);

    /// <summary>The name under which <c>components/schemas</c> holds the node; null where it is inline.</summary>
    public static string? ComponentName(SpecNode node) =>
        node.Parent is { } schemas && schemas.Pointer == "/components/schemas" ? node.Name : null;

    /// <summary>The owner's name as it stands before a property's: without a trailing <c>Request</c>.</summary>
    public static string OwnerPrefix(string owner) =>
        owner.Length > "Request".Length && owner.EndsWith("Request", StringComparison.Ordinal)
            ? owner.Substring(0, owner.Length - "Request".Length)
            : owner;
}
