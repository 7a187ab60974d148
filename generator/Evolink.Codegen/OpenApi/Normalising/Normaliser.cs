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
    public SpecNode Document(SpecNode root) => Object(root, SpecPlace.Document);

    // The depth budget bounds this recursion.
    private SpecNode Object(SpecNode node, SpecPlace place)
    {
        var members = new List<SpecMember>(node.Members.Count);
        foreach (var member in node.Members)
        {
            ct.ThrowIfCancellationRequested();
            var value = SpecGrammar.Find(place, member.Name) is { } keyword
                ? Value(Quoted(member.Name), member.Value, keyword)
                : member.Value;
            if (value is not null) members.Add(member with { Value = value });
        }

        if (place == SpecPlace.Schema) SchemaDialect.Modernise(members);
        return SpecNode.Object(node.Line, node.Column, members);
    }

    private SpecNode? Value(string subject, SpecNode value, Keyword keyword)
    {
        switch (keyword.Shape)
        {
            case Shape.One:
                return One(subject, value, keyword);
            case Shape.List when value.Kind == SpecNodeKind.Array:
                return keyword.Place == SpecPlace.Opaque ? value : List(subject, value, keyword);
            case Shape.Map when value.Kind == SpecNodeKind.Object:
                return keyword.Place == SpecPlace.Opaque ? value : Map(value, keyword);
            case Shape.Texts when value.Kind == SpecNodeKind.Array:
                return Texts(subject, value);
            case Shape.TextsByName when value.Kind == SpecNodeKind.Object:
                return TextsByName(value);
            case Shape.List or Shape.Map or Shape.Texts or Shape.TextsByName:
                return Drop(subject, value, keyword);
            default:
                return ScalarKeyword.Accept(value, keyword.Shape, out var isWrong) ?? (isWrong ? Drop(subject, value, keyword) : null);
        }
    }

    private SpecNode? One(string subject, SpecNode value, Keyword keyword)
    {
        if (value.Kind == SpecNodeKind.Object) return keyword.Place == SpecPlace.Opaque ? value : Object(value, keyword.Place);
        if (keyword.Place == SpecPlace.Schema && value.Kind == SpecNodeKind.Boolean) return SchemaDialect.OfBoolean(value);
        return Drop(subject, value, keyword);
    }

    private SpecNode List(string subject, SpecNode list, Keyword keyword)
    {
        var items = new List<SpecNode>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (One("an item of " + subject, item, keyword with { Shape = Shape.One }) is { } kept) items.Add(kept);
        }

        return SpecNode.Array(list.Line, list.Column, items);
    }

    private SpecNode Map(SpecNode map, Keyword keyword)
    {
        var members = new List<SpecMember>(map.Members.Count);
        foreach (var member in map.Members)
        {
            ct.ThrowIfCancellationRequested();
            if (One(Quoted(member.Name), member.Value, keyword with { Shape = Shape.One }) is { } kept) members.Add(member with { Value = kept });
        }

        return SpecNode.Object(map.Line, map.Column, members);
    }

    private SpecNode Texts(string subject, SpecNode list)
    {
        var items = new List<SpecNode>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item.Kind == SpecNodeKind.String) items.Add(item);
            else Drop("an item of " + subject, item, new Keyword(Shape.Text));
        }

        return SpecNode.Array(list.Line, list.Column, items);
    }

    private SpecNode TextsByName(SpecNode map)
    {
        var members = new List<SpecMember>(map.Members.Count);
        foreach (var member in map.Members)
        {
            if (Value(Quoted(member.Name), member.Value, new Keyword(Shape.Texts)) is { } kept) members.Add(member with { Value = kept });
        }

        return SpecNode.Object(map.Line, map.Column, members);
    }

    private SpecNode? Drop(string subject, SpecNode value, Keyword keyword)
    {
        diagnostics.Add(new SpecDiagnostic(DiagnosticIds.WrongKind, file, value.Line, value.Column, $"Found {Expectation.Found(value)} where {subject} has to be {Expectation.Of(keyword)}; it is ignored. Correct or remove it."));
        return null;
    }

    private static string Quoted(string name) => $"'{Excerpt.Of(name)}'";
}
