using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>Tasks are recognized by their schema: an object with a string <c>id</c> and a string <c>status</c>.</summary>
internal static class TaskRoles
{
    public static TaskRole Recognize(string method, string path, bool hasBody, SchemaView? response)
    {
        if (response is null || !IsTask(response))
        {
            return TaskRole.None;
        }

        return method switch
        {
            "POST" when hasBody => TaskRole.Creates,
            "GET" when path.EndsWith("}", System.StringComparison.Ordinal) && path.Count(c => c == '{') == 1 => TaskRole.Queries,
            _ => TaskRole.None,
        };
    }

    private static bool IsTask(SchemaView schema)
    {
        Dictionary<string, IReadOnlyList<SpecNode>> properties = schema.Properties().ToDictionary(item => item.Key, item => item.Value);
        return IsString(properties, "id") && IsString(properties, "status");
    }

    private static bool IsString(Dictionary<string, IReadOnlyList<SpecNode>> properties, string name) =>
        properties.TryGetValue(name, out IReadOnlyList<SpecNode>? nodes)
        && (SchemaKinds.Infer(SchemaView.From(nodes)) & ~JsonKinds.Null) == JsonKinds.String;
}
