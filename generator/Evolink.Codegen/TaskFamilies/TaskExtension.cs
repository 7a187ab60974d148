using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>
/// <c>x-evolink-task</c>: how the tasks of an operation are queried, where their members stand, and what their words mean. It stands
/// on an operation that creates tasks, or under <c>paths</c> for all of a document. What it does not say is found by shape.
/// </summary>
internal sealed record TaskExtension
{
    public const string Keyword = "x-evolink-task";

    public const string Expected =
        "{ id, status, results, error, progress: JSON pointers; query: { operation, parameter }; batch: { operation, ids, items }; "
        + "statuses: { pending, processing, completed, failed, cancelled: [words] }; content: { operation, parameter } }, or false";

    private static readonly string[] s_pointers = ["id", "status", "results", "error", "progress"];

    private static readonly (string Name, string[] Members)[] s_objects =
    [
        ("query", ["operation", "parameter"]), ("batch", ["operation", "ids", "items"]), ("content", ["operation", "parameter"]), ("statuses", StatusWords.All),
    ];

    /// <summary>Whether the document says that the operation creates no task.</summary>
    public bool IsNone { get; init; }

    /// <summary>Whether it stands under <c>paths</c>, for all operations whose response has the id.</summary>
    public bool IsShared { get; init; }

    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? Results { get; init; }

    public string? Error { get; init; }

    public string? Progress { get; init; }

    /// <summary>The id of the operation that is asked for one task; null where it is found by shape.</summary>
    public string? Query { get; init; }

    /// <summary>The parameter of the query that takes the id; null for the last one of its path.</summary>
    public string? QueryParameter { get; init; }

    /// <summary>The operation that is asked for many tasks; null where it is found by shape.</summary>
    public string? Batch { get; init; }

    /// <summary>The JSON pointer of the ids in its body; null where it is found by shape.</summary>
    public string? BatchIds { get; init; }

    /// <summary>The JSON pointer of the tasks in its response; null where it is found by shape.</summary>
    public string? BatchItems { get; init; }

    /// <summary>The operation whose response is the result.</summary>
    public string? Content { get; init; }

    public string? ContentParameter { get; init; }

    /// <summary>The words of the status, each with the status that it stands for.</summary>
    public EquatableArray<StatusWord> Statuses { get; init; } = [];

    /// <summary>Reads the extension; null where it is not of its form.</summary>
    /// <param name="node">What stands under the keyword.</param>
    /// <param name="isShared">Whether it stands under <c>paths</c>.</param>
    public static TaskExtension? Read(SpecNode node, bool isShared)
    {
        if (node is { Kind: SpecNodeKind.Boolean, Text: "false" })
        {
            return new TaskExtension { IsNone = true, IsShared = isShared };
        }

        if (node.Kind != SpecNodeKind.Object || !node.Members.All(IsValid))
        {
            return null;
        }

        return new TaskExtension
        {
            IsShared = isShared,
            Id = node["id"]?.Text,
            Status = node["status"]?.Text,
            Results = node["results"]?.Text,
            Error = node["error"]?.Text,
            Progress = node["progress"]?.Text,
            Query = node["query"]?["operation"]?.Text,
            QueryParameter = node["query"]?["parameter"]?.Text,
            Batch = node["batch"]?["operation"]?.Text,
            BatchIds = node["batch"]?["ids"]?.Text,
            BatchItems = node["batch"]?["items"]?.Text,
            Content = node["content"]?["operation"]?.Text,
            ContentParameter = node["content"]?["parameter"]?.Text,
            Statuses = (node["statuses"]?.Members ?? [])
                .SelectMany(status => status.Value.Items.Select(word => new StatusWord(word.Text, status.Name))).ToEquatableArray(),
        };
    }

    private static bool IsValid(SpecMember member)
    {
        if (s_pointers.Contains(member.Name))
        {
            return member.Value.Kind == SpecNodeKind.String && member.Value.Text.StartsWith("/", StringComparison.Ordinal);
        }

        (string name, string[] members) = s_objects.FirstOrDefault(item => item.Name == member.Name);
        return name is not null && member.Value.Kind == SpecNodeKind.Object && member.Value.Members.All(inner => members.Contains(inner.Name) && IsValid(name, inner.Value));
    }

    private static bool IsValid(string name, SpecNode value) => name == "statuses"
        ? value.Kind == SpecNodeKind.Array && value.Items.All(word => word.Kind is SpecNodeKind.String or SpecNodeKind.Boolean or SpecNodeKind.Number)
        : value.Kind == SpecNodeKind.String;
}

/// <summary>A word of a status, and which of the five it stands for.</summary>
internal sealed record StatusWord(string Word, string Status);
