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
internal sealed class SkeletonDocument(SpecNode root, ObjectRoles roles, CancellationToken ct)
{
    // A reference is copied as often as it is used. This is enough for the largest documents that were seen, and stops one that is made to exhaust memory.
    private const int MaxObjects = 500_000;

    private int _objects;

    public JsonNode Copy() => Copy(root, ObjectRole.Document)!;

    private JsonNode? Copy(SpecNode node, ObjectRole role)
    {
        if (role == ObjectRole.Schema) return new JsonObject();
        ct.ThrowIfCancellationRequested();
        if (++_objects > MaxObjects)
        {
            throw new SpecSyntaxException(DiagnosticIds.BudgetExceeded, node.Line, node.Column, $"With each reference replaced by its target, the paths hold more than {MaxObjects} objects. Split the document into several specs.");
        }

        // A path item may have members beside its reference; those of the target count.
        if (OpenApiKeywords.CanRefer(role) && node.Has(SpecReference.Keyword))
        {
            return roles.Resolve(node) is { } target ? Copy(target, role) : null;
        }

        var copy = new JsonObject();
        foreach (SpecMember member in node.Members)
        {
            if (IsLeftOut(role, member.Name)) continue;

            JsonNode? value = OpenApiKeywords.Find(role, member.Name) is { Role: not ObjectRole.Opaque } keyword
                ? Copy(member.Value, keyword)
                : member.Value.ToJsonNode();
            if (value is not null) copy.Add(member.Name, value);
        }

        return copy;
    }

    private JsonNode? Copy(SpecNode value, Keyword keyword)
    {
        switch (keyword.Kind)
        {
            case ValueKind.List:
                var list = new JsonArray();
                foreach (SpecNode item in value.Items) AddIfAny(list, Copy(item, keyword.Role));
                return list;
            case ValueKind.Map:
                var map = new JsonObject();
                foreach (SpecMember member in value.Members)
                {
                    if (Copy(member.Value, keyword.Role) is { } kept) map.Add(member.Name, kept);
                }

                return map;
            default:
                return Copy(value, keyword.Role);
        }
    }

    private static void AddIfAny(JsonArray list, JsonNode? item)
    {
        if (item is not null) list.Add(item);
    }

    private static bool IsLeftOut(ObjectRole role, string name) => (role, name) switch
    {
        // Read from the tree; a scheme without a name makes that library throw.
        (ObjectRole.Document or ObjectRole.Operation, "security") => true,
        (ObjectRole.Document, "webhooks" or "definitions") => true,
        (ObjectRole.Components, not "securitySchemes") => true,
        (ObjectRole.Operation, "callbacks") => true,
        (ObjectRole.Response, "links") => true,
        // Headers of encodings hold media types, which hold encodings.
        (ObjectRole.Encoding, "headers") => true,
        (_, "example" or "examples") => true,
        _ => false,
    };
}
