using System;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>
/// Ids and wanted names of the types of one specification. Requests belong to their file: their ids carry it and their
/// names begin with the specification's. Responses belong to the client: same-named ones of several files are one.
/// </summary>
internal sealed class TypeScope(string file, string specName, bool isRequest)
{
    public bool IsRequest => isRequest;

    public string Prefix { get; } = isRequest ? SpecNames.Prefix(specName) : "";

    /// <summary>The id and the wanted name of the type that a node defines.</summary>
    public (TypeId Id, string Name) Name(SpecNode identity, TypeHint hint)
    {
        string? component = ComponentSchemas.NameOf(identity);
        if (!isRequest)
        {
            return component is null ? (hint.InlineId, hint.InlineName) : (TypeId.ForComponent(component), Words.Identifier(component, "Schema"));
        }

        string name = ReferenceEquals(hint.Body, identity) || component is null
            ? hint.InlineName
            : Prefix + Words.Identifier(component, "Schema");
        return (TypeId.ForNode(file, identity), name);
    }

    /// <summary>The names for the items of a named list and the values of a named map. They are named by the list or map, wherever it is used.</summary>
    public TypeHint Hint(SpecNode identity, TypeHint hint) =>
        !ReferenceEquals(hint.Body, identity) && ComponentSchemas.NameOf(identity) is { } component
            ? hint with { InlineName = Prefix + Words.Identifier(component, "Schema"), InlineId = TypeId.ForComponent(component) }
            : hint;

    /// <summary>The owner's name as it stands before a property's: without a trailing <c>Request</c>.</summary>
    public static string OwnerPrefix(string owner) =>
        owner.Length > "Request".Length && owner.EndsWith("Request", StringComparison.Ordinal)
            ? owner.Substring(0, owner.Length - "Request".Length)
            : owner;
}
