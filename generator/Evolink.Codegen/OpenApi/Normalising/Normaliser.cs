using System.Collections.Generic;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// Makes of a document one that means the same in fewer ways: no keyword of the wrong kind, no boolean schema, no
/// <c>nullable</c> where a type can say it, bounds as OpenAPI 3.1 writes them. What stays keeps its position.
/// </summary>
internal sealed class Normaliser(string file, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct)
{
    public SpecNode Document(SpecNode root) => Object(root, ObjectRole.Document);

    /// <summary>A part of a document, which a reference leads to; null where it is of the wrong kind.</summary>
    public SpecNode? Part(SpecNode value, ObjectRole role) => One("the target of a reference", value, Keyword.One(role));

    // The depth budget bounds this recursion.
    private SpecNode Object(SpecNode node, ObjectRole role)
    {
        var members = new List<SpecMember>(node.Members.Count);
        foreach (SpecMember member in node.Members)
        {
            ct.ThrowIfCancellationRequested();
            if (role == ObjectRole.Schema) CheckSpelling(member);
            SpecNode? value = OpenApiKeywords.Find(role, member.Name) is { } keyword
                ? Value(Quoted(member.Name), member.Value, keyword)
                : member.Value;
            if (value is not null) members.Add(member with { Value = value });
        }

        if (role == ObjectRole.Schema)
        {
            UnquotedTexts.Mend(members, file, diagnostics);
            SchemaDialect.Modernise(members);
        }

        if (role == ObjectRole.SecurityScheme) SecuritySchemeType.Mend(members, file, diagnostics);
        return SpecNode.Object(node.Line, node.Column, members);
    }

    private SpecNode? Value(string subject, SpecNode value, Keyword keyword)
    {
        switch (keyword.Kind)
        {
            case ValueKind.One:
                return One(subject, value, keyword);
            case ValueKind.List when value.Kind == SpecNodeKind.Array:
                return keyword.Role == ObjectRole.Opaque ? value : List(subject, value, keyword);
            case ValueKind.Map when value.Kind == SpecNodeKind.Object:
                return keyword.Role == ObjectRole.Opaque ? value : Map(value, keyword);
            case ValueKind.Texts when value.Kind == SpecNodeKind.Array:
                return Texts(subject, value);
            case ValueKind.TextsByName when value.Kind == SpecNodeKind.Object:
                return TextsByName(value);
            case ValueKind.List or ValueKind.Map or ValueKind.Texts or ValueKind.TextsByName:
                return Drop(subject, value, keyword);
            default:
                return ScalarKeyword.Accept(value, keyword.Kind, out bool isWrong) ?? (isWrong ? Drop(subject, value, keyword) : null);
        }
    }

    private SpecNode? One(string subject, SpecNode value, Keyword keyword)
    {
        if (value.Kind == SpecNodeKind.Object) return keyword.Role == ObjectRole.Opaque ? value : Object(value, keyword.Role);
        if (keyword.Role == ObjectRole.Schema && value.Kind == SpecNodeKind.Boolean) return SchemaDialect.FromBoolean(value);
        return Drop(subject, value, keyword);
    }

    private SpecNode List(string subject, SpecNode list, Keyword keyword)
    {
        var items = new List<SpecNode>(list.Items.Count);
        foreach (SpecNode item in list.Items)
        {
            if (One("an item of " + subject, item, keyword with { Kind = ValueKind.One }) is { } kept) items.Add(kept);
        }

        return SpecNode.Array(list.Line, list.Column, items);
    }

    private SpecNode Map(SpecNode map, Keyword keyword)
    {
        var members = new List<SpecMember>(map.Members.Count);
        foreach (SpecMember member in map.Members)
        {
            ct.ThrowIfCancellationRequested();
            if (One(Quoted(member.Name), member.Value, keyword with { Kind = ValueKind.One }) is { } kept) members.Add(member with { Value = kept });
        }

        return SpecNode.Object(map.Line, map.Column, members);
    }

    private SpecNode Texts(string subject, SpecNode list)
    {
        var items = new List<SpecNode>(list.Items.Count);
        foreach (SpecNode item in list.Items)
        {
            if (item.Kind == SpecNodeKind.String) items.Add(item);
            else Drop("an item of " + subject, item, new Keyword(ValueKind.Text));
        }

        return SpecNode.Array(list.Line, list.Column, items);
    }

    private SpecNode TextsByName(SpecNode map)
    {
        var members = new List<SpecMember>(map.Members.Count);
        foreach (SpecMember member in map.Members)
        {
            if (Value(Quoted(member.Name), member.Value, new Keyword(ValueKind.Texts)) is { } kept) members.Add(member with { Value = kept });
        }

        return SpecNode.Object(map.Line, map.Column, members);
    }

    private void CheckSpelling(SpecMember member)
    {
        if (MisspeltKeyword.Find(member.Name, member.Value) is { } keyword)
        {
            diagnostics.Add(new SpecDiagnostic(DiagnosticIds.MisspeltKeyword, file, member.Line, member.Column, $"{Quoted(member.Name)} is no keyword of schemas and is ignored. Is '{keyword}' meant?"));
        }
    }

    private SpecNode? Drop(string subject, SpecNode value, Keyword keyword)
    {
        diagnostics.Add(new SpecDiagnostic(DiagnosticIds.WrongKind, file, value.Line, value.Column, $"Found {Expectation.DescribeFound(value)} where {subject} has to be {Expectation.Describe(keyword)}; it is ignored. Correct or remove it."));
        return null;
    }

    private static string Quoted(string name) => $"'{MessageText.Truncate(name)}'";
}
