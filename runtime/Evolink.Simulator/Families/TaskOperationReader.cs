using System.Globalization;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Simulation;

/// <summary>Reads what an operation of a spec says of tasks, as the generator does: what it pairs, the simulator plays.</summary>
internal static class TaskOperationReader
{
    public static TaskOperation Read(SpecFile file, SpecOperation operation, SpecNode node)
    {
        SpecNode? schema = operation.Response?["schema"];
        EquatableArray<MemberFact> members = MemberFacts.Collect(schema, MemberFacts.Deepest, holder => Properties(file.Root, holder), Describe);
        SpecNode? own = node[TaskExtension.Keyword], extension = own ?? file.Root["paths"]?[TaskExtension.Keyword];
        SpecNode[] parameters = [.. (node["parameters"]?.Items ?? []).Select(parameter => SpecSchemas.Resolve(file.Root, parameter)).OfType<SpecNode>()];
        return new TaskOperation
        {
            Id = operation.Id,
            Method = operation.Method,
            Path = operation.Path.Text,
            Server = (node["servers"] ?? file.Root["servers"])?.Items is [var server, ..] ? server["url"]?.Text ?? "" : "",
            File = file.FileName,
            CanCreate = operation is { Method: "POST", TakesBody: true } && members.Count > 0,
            RequiredParameters = parameters.Where(parameter => parameter["required"]?.Text == "true" && !HasOneValue(file.Root, parameter)).Select(static parameter => parameter["name"]?.Text ?? "").ToEquatableArray(),
            Members = members,
            Schema = schema?["$ref"]?.Text,
            IsBinary = operation.IsBinary,
            KeepsSlashes = parameters.Any(static parameter => parameter["in"]?.Text == "path" && parameter["allowReserved"]?.Text == "true"),
            Extension = extension is null ? null : TaskExtension.Read(extension, isShared: own is null),
        };
    }

    // A client sends it by itself.
    private static bool HasOneValue(SpecNode root, SpecNode parameter) =>
        SpecSchemas.Resolve(root, parameter["schema"]) is { } schema && (schema["const"] is not null || schema["enum"] is { Items.Count: 1 });

    private static IEnumerable<(string Name, SpecNode? Schema)> Properties(SpecNode root, SpecNode? schema) =>
        from property in SpecSchemas.Properties(root, schema)
        let value = SpecSchemas.Resolve(root, property.Value)
        where value is not null
        select (property.Name, (SpecNode?)value);

    private static MemberFact Describe(string pointer, SpecNode? schema)
    {
        string[] words = [.. schema!["enum"]?.Items.Where(static word => word.Kind == SpecNodeKind.String).Select(static word => word.Text) ?? []];
        if (schema["const"] is { Kind: SpecNodeKind.String } constant) words = [constant.Text];
        return new MemberFact(pointer, KindOf(schema, words), words.ToEquatableArray(), schema["maximum"]?.Text);
    }

    private static MemberKind KindOf(SpecNode schema, string[] words)
    {
        string[] types = schema["type"] is { Kind: SpecNodeKind.Array } several ? [.. several.Items.Select(static item => item.Text)] : [schema["type"]?.Text ?? (words.Length > 0 ? "string" : "")];
        return types.Where(static type => type != "null").ToArray() switch
        {
            ["string"] => MemberKind.String,
            ["boolean"] => MemberKind.Boolean,
            _ => MemberKind.Other,
        };
    }
}
