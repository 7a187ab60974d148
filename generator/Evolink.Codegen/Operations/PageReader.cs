using System;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>
/// Reads <c>x-evolink-page</c>, by which the pages of an operation can be enumerated:
/// <c>{ page: page, size: page_size, items: /data, total: /total }</c>, or <c>{ cursor: after, items: /data, next: /last_id, more: /has_more }</c>.
/// What it names has to be there, and of the kind that it is used as.
/// </summary>
internal sealed class PageReader(SpecDiagnostics diagnostics)
{
    private const string Keyword = "x-evolink-page";

    private const string Expected =
        "{ page: query parameter; size: query parameter; items, total, id: JSON pointers; first: whole number } or { cursor: query parameter; size: query parameter; items, next, more, id: JSON pointers }";

    private static readonly string[] s_numbered = ["page", "size", "items", "total", "id", "first"];
    private static readonly string[] s_byCursor = ["cursor", "size", "items", "next", "more", "id"];

    /// <summary>How the pages follow one another; null where nothing is said, or where it cannot be used.</summary>
    public PageSpec? Read(OperationNode operation, BodySpec? body, ResponseSpec response)
    {
        if (operation.Node[Keyword] is not { } node)
        {
            return null;
        }

        if (FindProblem(operation, node, body, response, out SchemaView? page) is { } problem)
        {
            diagnostics.InvalidExtension(problem.Node, Keyword, problem.Expected);
            return null;
        }

        SchemaView items = page!.Find(node["items"]!.Text)!;
        SchemaView? item = items.First("items") is { Kind: SpecNodeKind.Object } schema ? SchemaView.From(schema) : null;
        foreach ((string name, JsonKinds kinds, SchemaView? from) in new[]
        {
            ("total", JsonKinds.Integer, page), ("next", JsonKinds.String, page), ("more", JsonKinds.Boolean, page), ("id", JsonKinds.String | JsonKinds.Integer, item),
        })
        {
            if (node[name] is { } pointer && (from is null || from.Find(pointer.Text) is not { } member || !IsOf(member, kinds)))
            {
                diagnostics.InvalidExtension(pointer, Keyword, $"a JSON pointer to {Describe(name)} as '{name}'");
                return null;
            }
        }

        return new PageSpec((node["page"] ?? node["cursor"])!.Text, Names(node["items"])!.Value)
        {
            Next = Names(node["next"]),
            More = Names(node["more"]),
            Total = Names(node["total"]),
            ItemId = Names(node["id"]),
            First = node["first"] is { } first ? long.Parse(first.Text, CultureInfo.InvariantCulture) : 1,
        };
    }

    private static ExtensionProblem? FindProblem(OperationNode operation, SpecNode node, BodySpec? body, ResponseSpec response, out SchemaView? page)
    {
        page = null;
        bool isNumbered = node["page"] is not null;
        if (ExtensionProblem.OfMembers(node, member => IsValid(member, isNumbered ? s_numbered : s_byCursor), Expected) is { } malformed)
        {
            return malformed;
        }

        if ((node["page"] ?? node["cursor"]) is not { } parameter || node["items"] is not { } items || (!isNumbered && node["next"] is null))
        {
            return new ExtensionProblem(node, Expected);
        }

        if (!HasQuery(operation, parameter.Text, isNumbered ? JsonKinds.Integer : JsonKinds.String))
        {
            return new ExtensionProblem(parameter, $"the name of a query parameter that is {(isNumbered ? "an integer" : "a string")}");
        }

        if (node["size"] is { } size && !HasQuery(operation, size.Text, JsonKinds.Integer))
        {
            return new ExtensionProblem(size, "the name of a query parameter that is an integer");
        }

        if (response is not { Kind: ResponseKind.Json, HasChoice: false } || body is { Choices.Count: > 0 } || new ResponseContents(operation).JsonSchema is not { } schema)
        {
            return new ExtensionProblem(node, "it on an operation that is answered with JSON");
        }

        page = schema;
        return page.Find(items.Text) is { } list && IsOf(list, JsonKinds.Array) ? null : new ExtensionProblem(items, "a JSON pointer to an array of the response as 'items'");
    }

    private static bool IsValid(SpecMember member, string[] names) => names.Contains(member.Name) && member.Name switch
    {
        "page" or "cursor" or "size" => member.Value.Kind == SpecNodeKind.String,
        "first" => member.Value.Kind == SpecNodeKind.Number && long.TryParse(member.Value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "items" => member.Value.Kind == SpecNodeKind.String && (member.Value.Text.Length == 0 || member.Value.Text[0] == '/'),
        _ => member.Value.Kind == SpecNodeKind.String && member.Value.Text.StartsWith("/", StringComparison.Ordinal),
    };

    private static bool HasQuery(OperationNode operation, string name, JsonKinds kinds) => operation.Parameters().Any(parameter =>
        parameter["name"]?.Text == name && parameter["in"]?.Text == "query"
        && parameter["schema"] is { Kind: SpecNodeKind.Object } schema && IsOf(SchemaView.From(schema), kinds));

    /// <summary>Whether a schema allows one of the kinds, and no other.</summary>
    private static bool IsOf(SchemaView view, JsonKinds kinds) =>
        (SchemaKinds.Infer(view) & ~JsonKinds.Null) is var found && found != JsonKinds.None && (found & ~kinds) == 0;

    private static EquatableArray<string>? Names(SpecNode? pointer) => pointer is null ? null : JsonPointer.Split(pointer.Text).ToEquatableArray();

    private static string Describe(string name) => name switch
    {
        "total" => "an integer of the response",
        "next" => "a string of the response",
        "more" => "a boolean of the response",
        _ => "a string or an integer of an item",
    };
}
