using System.Text.Json.Nodes;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// The part of a document that is handed to Microsoft.OpenApi: servers, paths and what their operations take and
/// give, by the media types. Each schema is an empty one, as schemas are read from the tree; references are replaced by
/// their targets, and callbacks, links and webhooks, which a client neither serves nor follows, are left out. So nothing is
/// in it that makes that library throw, recurse or fetch.
/// </summary>
internal sealed class DocumentOutline(SpecNode root, SpecPlaces places, CancellationToken ct)
{
    // A reference is copied as often as it is used: enough for the largest documents seen, and not for a bomb.
    private const int MaxObjects = 500_000;

    private int _objects;

    public JsonNode Copy() => Copy(root, SpecPlace.Document)!;

    private JsonNode? Copy(SpecNode node, SpecPlace place)
    {
        if (place == SpecPlace.Schema) return new JsonObject();
        ct.ThrowIfCancellationRequested();
        if (++_objects > MaxObjects)
        {
            throw new SpecSyntaxException(DiagnosticIds.BudgetExceeded, node.Line, node.Column, $"With each reference replaced by its target, the paths hold more than {MaxObjects} objects. Split the document into several specs.");
        }

        // A path item may have members beside its reference; those of the target count.
        if (SpecGrammar.CanRefer(place) && node.Has(SpecReference.Keyword))
        {
            return SpecReference.Resolve(node, root) is { } target && places.Of(target) == place ? Copy(target, place) : null;
        }

        var copy = new JsonObject();
        foreach (var member in node.Members)
        {
            if (IsLeftOut(place, member.Name)) continue;

            var value = SpecGrammar.Find(place, member.Name) is { Place: not SpecPlace.Opaque } keyword
                ? Copy(member.Value, keyword)
                : member.Value.ToJsonNode();
            if (value is not null) copy.Add(member.Name, value);
        }

        return copy;
    }

    private JsonNode? Copy(SpecNode value, Keyword keyword)
    {
        switch (keyword.Shape)
        {
            case Shape.List:
                var list = new JsonArray();
                foreach (var item in value.Items) AddIfAny(list, Copy(item, keyword.Place));
                return list;
            case Shape.Map:
                var map = new JsonObject();
                foreach (var member in value.Members)
                {
                    if (Copy(member.Value, keyword.Place) is { } kept) map.Add(member.Name, kept);
                }

                return map;
            default:
                return Copy(value, keyword.Place);
        }
    }

    private static void AddIfAny(JsonArray list, JsonNode? item)
    {
        if (item is not null) list.Add(item);
    }

    private static bool IsLeftOut(SpecPlace place, string name) => (place, name) switch
    {
        // Read from the tree; a scheme without a name makes that library throw.
        (SpecPlace.Document or SpecPlace.Operation, "security") => true,
        (SpecPlace.Document, "webhooks" or "definitions") => true,
        (SpecPlace.Components, not "securitySchemes") => true,
        (SpecPlace.Operation, "callbacks") => true,
        (SpecPlace.Response, "links") => true,
        // Headers of encodings hold media types, which hold encodings.
        (SpecPlace.Encoding, "headers") => true,
        (_, "example" or "examples") => true,
        _ => false,
    };
}
