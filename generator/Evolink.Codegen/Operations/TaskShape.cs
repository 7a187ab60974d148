using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Tasks are told by their shape: an object with a string <c>id</c> and a string <c>status</c>.</summary>
internal static class TaskShape
{
    public static TaskRole RoleOf(string method, string path, bool hasBody, SchemaView? response)
    {
        if (response is null || !Fits(response))
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

    private static bool Fits(SchemaView schema)
    {
        Dictionary<string, IReadOnlyList<SpecNode>> properties = schema.Properties().ToDictionary(item => item.Key, item => item.Value);
        return IsString(properties, "id") && IsString(properties, "status");
    }

    private static bool IsString(Dictionary<string, IReadOnlyList<SpecNode>> properties, string name) =>
        properties.TryGetValue(name, out IReadOnlyList<SpecNode>? nodes)
        && (SchemaKinds.Of(SchemaView.Of(nodes)) & ~JsonKinds.Null) == JsonKinds.String;
}
