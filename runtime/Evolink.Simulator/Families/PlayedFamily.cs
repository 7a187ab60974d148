using System.Text.Json.Nodes;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Simulation;

/// <summary>The tasks of one create, in the words and the shape of its API.</summary>
internal sealed record PlayedFamily(TaskFamilySpec Spec, SpecOperation Query, SpecOperation? Content)
{
    /// <summary>The parameter of the content operation that takes the id.</summary>
    public required string ContentParameter { get; init; }

    /// <summary>A new id. Names of resources have slashes.</summary>
    public string NewId(DateTimeOffset now) => Spec.KeepsSlashes ? "operations/" + TaskIds.New(now) : TaskIds.New(now);

    /// <summary>The word that stands for a status: a listed one, one that the spec explains, else the status itself.</summary>
    public JsonNode? Word(string? status)
    {
        if (status is null) return null;
        if (Spec.IsFlag) return status is StatusWords.Completed or StatusWords.Failed or StatusWords.Cancelled;
        string[] known = [.. Spec.Words, .. Spec.Statuses.Select(static word => word.Word)];
        return Find(status) ?? (status == StatusWords.Pending ? Find(StatusWords.Processing) : status == StatusWords.Processing ? Find(StatusWords.Pending) : null)
            ?? (status == StatusWords.Cancelled ? Find(StatusWords.Failed) : null) ?? status;

        string? Find(string wanted) => known.FirstOrDefault(word => word.Length > 0 && Spec.Meaning(word) == wanted);
    }
}
