using System.Globalization;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Simulation;

/// <summary>Reads what an operation of a spec says of tasks, as the generator does: what it pairs, the simulator plays.</summary>
internal static class TaskOperationReader
{
    private const int Deepest = 3, MostMembers = 256;

    public static TaskOperation Read(SpecFile file, SpecOperation operation, SpecNode node)
    {
        SpecNode? schema = operation.Response?["schema"];
        List<MemberFact> members = [];
        Add(file.Root, schema, "", 1, members);
        SpecNode? extension = node[TaskExtension.Keyword] ?? file.Root["paths"]?[TaskExtension.Keyword];
        SpecNode[] parameters = [.. (node["parameters"]?.Items ?? []).Select(parameter => SpecSchemas.Resolve(file.Root, parameter)).OfType<SpecNode>()];
        return new TaskOperation
        {
            Id = operation.Id,
            Method = operation.Method,
            Path = operation.Path.Text,
            Server = (node["servers"] ?? file.Root["servers"])?.Items is [var server, ..] ? server["url"]?.Text ?? "" : "",
            File = file.FileName,
            CanCreate = operation is { Method: "POST", TakesBody: true } && members.Count > 0,
            RequiredParameters = parameters.Where(static parameter => parameter["required"]?.Text == "true").Select(static parameter => parameter["name"]?.Text ?? "").ToEquatableArray(),
            Members = members.ToEquatableArray(),
            Schema = schema?["$ref"]?.Text,
            IsBinary = operation.IsBinary,
            KeepsSlashes = parameters.Any(static parameter => parameter["in"]?.Text == "path" && parameter["allowReserved"]?.Text == "true"),
            Extension = extension is not null && TaskExtension.Read(extension) is { } read ? read with { IsShared = node[TaskExtension.Keyword] is null } : null,
        };
    }

    private static void Add(SpecNode root, SpecNode? schema, string holder, int depth, List<MemberFact> members)
    {
        foreach (SpecMember property in SpecSchemas.Properties(root, schema))
        {
            if (members.Count >= MostMembers || SpecSchemas.Resolve(root, property.Value) is not { } value) continue;
            string pointer = MemberFact.PointerTo(holder, property.Name);
            string[] words = [.. value["enum"]?.Items.Where(static word => word.Kind == SpecNodeKind.String).Select(static word => word.Text) ?? []];
            if (value["const"] is { Kind: SpecNodeKind.String } constant) words = [constant.Text];
            members.Add(new MemberFact(pointer, KindOf(value, words), words.ToEquatableArray(), value["maximum"]?.Text));
            if (depth < Deepest) Add(root, value, pointer, depth + 1, members);
        }
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
