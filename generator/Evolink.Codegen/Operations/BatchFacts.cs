using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Codegen.Operations;

/// <summary>Finds out whether an operation is asked for many tasks at once.</summary>
internal static class BatchFacts
{
    /// <summary>The batch that a POST is; null where its body has to have more than a list of ids, or its response has no one list of tasks.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="describe">What is known of the members of a schema.</param>
    public static BatchShape? Find(OperationNode operation, Func<SchemaView, IEnumerable<MemberFact>> describe)
    {
        if (operation.Method != "POST" || MediaContents.JsonSchema(operation.Node["requestBody"]) is not { Kind: SpecNodeKind.Object } body
            || new ResponseContents(operation).JsonSchema is not { } response)
        {
            return null;
        }

        SchemaView request = SchemaView.From(body);
        HashSet<string> required = request.Required();
        List<KeyValuePair<string, SchemaView>> ids = Members(request).Where(member => IsListOf(member.Value, JsonKinds.String)).ToList();
        if (ids.Count != 1 || required.Any(name => name != ids[0].Key))
        {
            return null;
        }

        var lists = Members(response)
            .Select(member => (member.Key, Task: IsListOf(member.Value, JsonKinds.Object) ? TaskShape.Find(describe(ItemsOf(member.Value)!)) : null))
            .Where(member => member.Task is not null).ToList();
        return lists.Count == 1
            ? new BatchShape(Pointer(ids[0].Key), Pointer(lists[0].Key), ids[0].Value.First("maxItems")?.Text, lists[0].Task!.Id, lists[0].Task!.Status)
            : null;
    }

    private static IEnumerable<KeyValuePair<string, SchemaView>> Members(SchemaView schema) =>
        schema.Properties().Select(property => new KeyValuePair<string, SchemaView>(property.Key, SchemaView.From(property.Value)));

    private static bool IsListOf(SchemaView schema, JsonKinds kind) =>
        (SchemaKinds.Infer(schema) & ~JsonKinds.Null) == JsonKinds.Array && ItemsOf(schema) is { } items && (SchemaKinds.Infer(items) & ~JsonKinds.Null) == kind;

    private static SchemaView? ItemsOf(SchemaView schema) => schema.First("items") is { Kind: SpecNodeKind.Object } items ? SchemaView.From(items) : null;

    private static string Pointer(string name) => "/" + JsonPointer.EscapeSegment(name);
}
