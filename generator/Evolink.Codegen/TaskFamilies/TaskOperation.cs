using System;
using System.Linq;
using Evolink.Codegen.Collections;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>An operation that may create tasks, or be asked for one.</summary>
internal sealed record TaskOperation
{
    public required string Id { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Server { get; init; }

    /// <summary>The file in which it stands.</summary>
    public required string File { get; init; }

    /// <summary>Whether it is a POST with a JSON object as its body.</summary>
    public required bool CanCreate { get; init; }

    /// <summary>The parameters that it cannot be called without, those of its path among them.</summary>
    public required EquatableArray<string> RequiredParameters { get; init; }

    /// <summary>The members of its JSON response that are known.</summary>
    public required EquatableArray<MemberFact> Members { get; init; }

    /// <summary>Which schema the response has; null for one that has no name.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether the response is a file, and no JSON.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Whether its path takes names of resources with their slashes.</summary>
    public bool KeepsSlashes { get; init; }

    public TaskExtension? Extension { get; init; }

    /// <summary>The batch that the operation is: it is asked for many tasks at once. Null for any other.</summary>
    public BatchShape? Batch { get; init; }

    /// <summary>The task that the response is, by its shape; null where it is none.</summary>
    public TaskShape? Shape => TaskShape.Find(Members);

    /// <summary>Whether a call needs nothing but a task's id, which stands in the path.</summary>
    public bool IsQuery => Method == "GET" && Path.Count(letter => letter == '{') == 1 && RequiredParameters.Count <= 1;

    public bool EndsInParameter => Path.EndsWith("}", StringComparison.Ordinal);
}
