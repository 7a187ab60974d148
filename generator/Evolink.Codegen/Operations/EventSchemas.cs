using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>
/// The schema of what the events of a stream say. OpenAPI 3.2 describes an event whole (<c>itemSchema</c>, with the JSON of its <c>data</c> under
/// <c>contentSchema</c>); before, documents give the schema of the JSON itself, or of a list of it.
/// </summary>
internal static class EventSchemas
{
    /// <summary>The schema of the JSON that each event has as its data; null where it is a text.</summary>
    public static SpecNode? DataOf(SpecNode media)
    {
        if ((media["itemSchema"] ?? media["schema"]) is not { Kind: SpecNodeKind.Object } schema)
        {
            return null;
        }

        SchemaView view = SchemaView.From(schema);
        if ((SchemaKinds.Infer(view) & ~JsonKinds.Null) == JsonKinds.Array && view.First("items") is { Kind: SpecNodeKind.Object } items)
        {
            (schema, view) = (items, SchemaView.From(items));
        }

        Dictionary<string, IReadOnlyList<SpecNode>> members = view.Properties().ToDictionary(member => member.Key, member => member.Value);
        if (members.TryGetValue("data", out IReadOnlyList<SpecNode>? data) && (media["itemSchema"] is not null || members.ContainsKey("event")))
        {
            SchemaView text = SchemaView.From(data);
            return text.First("contentSchema") ?? (IsObject(text) ? data[0] : null);
        }

        return IsObject(view) ? schema : null;
    }

    /// <summary>The names of the events, where they are listed.</summary>
    public static IEnumerable<string> NamesOf(SpecNode media) => (media["itemSchema"] ?? media["schema"]) is { Kind: SpecNodeKind.Object } schema
        ? SchemaView.From(schema).Properties().Where(member => member.Key == "event")
            .SelectMany(member => SchemaValues.Resolve(SchemaView.From(member.Value))).Select(value => value.Text)
        : [];

    private static bool IsObject(SchemaView view) => (SchemaKinds.Infer(view) & ~JsonKinds.Null) == JsonKinds.Object;
}
