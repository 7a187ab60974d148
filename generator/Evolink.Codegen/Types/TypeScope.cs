using System;
using System.Collections.Generic;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>
/// Ids and wanted names of the types of one specification. Requests belong to their file: their ids carry it. A page about one request names them by
/// itself; where there are several, they are called as their schemas are. Responses belong to the client: same-named ones of several files are one.
/// </summary>
internal sealed class TypeScope
{
    private readonly string _file;

    /// <summary>Of the requests of a document with several: the names that its responses have.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    private TypeScope(string file, bool isRequest, string prefix) => (_file, IsRequest, Prefix) = (file, isRequest, prefix);

    public bool IsRequest { get; }

    /// <summary>What all names begin with; empty where the schemas alone name the types.</summary>
    public string Prefix { get; }

    public static TypeScope ForResponses(string file) => new(file, isRequest: false, "");

    /// <param name="file">The file.</param>
    /// <param name="prefix">The specification's name where the document is about one request; empty where it has several.</param>
    public static TypeScope ForRequests(string file, string prefix) => new(file, isRequest: true, prefix);

    /// <summary>A schema that requests and responses share is two types, of which the response's has its name.</summary>
    public void Avoid(IEnumerable<string> names)
    {
        if (Prefix.Length == 0)
        {
            _taken.UnionWith(names);
        }
    }

    public string Free(string name) => _taken.Contains(name) ? name + "Input" : name;

    /// <summary>The id and the wanted name of the type that a node defines.</summary>
    public (TypeId Id, string Name) Name(SpecNode identity, TypeHint hint)
    {
        string? component = ComponentSchemas.NameOf(identity);
        if (!IsRequest)
        {
            return component is null ? (hint.InlineId, hint.InlineName) : (TypeId.ForComponent(component), Words.Identifier(component, "Schema"));
        }

        string name = component is null || IsPageBody(identity, hint)
            ? hint.InlineName
            : Prefix + Words.Identifier(component, "Schema");
        return (TypeId.ForNode(_file, identity), Free(name));
    }

    /// <summary>The names for the items of a named list and the values of a named map. They are named by the list or map, wherever it is used.</summary>
    public TypeHint Hint(SpecNode identity, TypeHint hint) =>
        !IsPageBody(identity, hint) && ComponentSchemas.NameOf(identity) is { } component
            ? hint with { InlineName = Prefix + Words.Identifier(component, "Schema"), InlineId = TypeId.ForComponent(component) }
            : hint;

    /// <summary>The request that a page is about has the page's name, whatever its schema is called.</summary>
    private bool IsPageBody(SpecNode identity, TypeHint hint) => ReferenceEquals(hint.Body, identity) && (!IsRequest || Prefix.Length > 0);

    /// <summary>The owner's name as it stands before a property's: without a trailing <c>Request</c>.</summary>
    public static string OwnerPrefix(string owner) =>
        owner.Length > "Request".Length && owner.EndsWith("Request", StringComparison.Ordinal)
            ? owner.Substring(0, owner.Length - "Request".Length)
            : owner;
}
