using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>The tasks that one query is asked for: where their members stand, and what their words mean. Pointers that nothing is known of are null.</summary>
internal sealed record TaskFamilySpec
{
    /// <summary>A flag that is absent is not set yet.</summary>
    private static readonly EquatableArray<StatusWord> s_flags =
        [new("true", StatusWords.Completed), new("false", StatusWords.Processing), new("", StatusWords.Processing)];

    public required string Id { get; init; }

    public required string Status { get; init; }

    public bool IsFlag { get; init; }

    public string? Results { get; init; }

    public string? Progress { get; init; }

    public string? ProgressMaximum { get; init; }

    /// <summary>Whether the progress is a share of 1 instead of a hundred.</summary>
    public bool CountsToOne => ProgressMaximum is "1" or "1.0";

    public string? Error { get; init; }

    /// <summary>The parameter of the query that takes the id.</summary>
    public required string Parameter { get; init; }

    /// <summary>Whether that is another one than the last of the query's path.</summary>
    public bool IsParameterSaid { get; init; }

    public bool KeepsSlashes { get; init; }

    /// <summary>Whether a completed task has results in every case, as those of EvoLink have.</summary>
    public bool RequiresResults { get; init; }

    /// <summary>The words that the specification gives a meaning to, beside those that every job API uses.</summary>
    public EquatableArray<StatusWord> Statuses { get; init; } = [];

    /// <summary>The words that the status may be, where the schema lists them.</summary>
    public EquatableArray<string> Words { get; init; } = [];

    /// <summary>The listed words that stand for nothing that is known. A wait would go on for as long as a task has one.</summary>
    public IEnumerable<string> UnknownWords => Words.Where(word => Meaning(word) is null);

    /// <summary>Whether no listed word ends a task well, so that every wait would be in vain.</summary>
    public bool NeverEnds => Words.Count > 0 && !Words.Any(word => Meaning(word) == StatusWords.Completed);

    /// <summary>What a word stands for in this family; null for one that nobody knows.</summary>
    public string? Meaning(string word) =>
        Statuses.FirstOrDefault(status => string.Equals(status.Word, word, StringComparison.OrdinalIgnoreCase))?.Status ?? StatusWords.Find(word);

    /// <summary>The family of a create and its query.</summary>
    /// <param name="create">The create.</param>
    /// <param name="query">Its query.</param>
    /// <param name="hasContent">Whether an operation of its own is the result, so that no task waits for others.</param>
    public static TaskFamilySpec Create(TaskOperation create, TaskOperation query, bool hasContent)
    {
        TaskExtension said = create.Extension ?? new TaskExtension();
        TaskShape found = Beside(said, query);
        bool isFlag = found.IsFlag;
        return new TaskFamilySpec
        {
            Id = said.Id ?? create.Shape?.Id ?? (create.Members.Any(member => member.Pointer == "/id") ? "/id" : found.Id),
            Status = found.Status,
            IsFlag = isFlag,
            Results = said.Results ?? found.Results,
            Progress = said.Progress ?? found.Progress,
            ProgressMaximum = said.Progress is { } progress ? query.Members.FirstOrDefault(member => member.Pointer == progress)?.Maximum : found.ProgressMaximum,
            Error = said.Error ?? found.Error,
            Parameter = said.QueryParameter ?? PathParameters.FindLast(query.Path),
            IsParameterSaid = said.QueryParameter is { } parameter && parameter != PathParameters.FindLast(query.Path),
            KeepsSlashes = query.KeepsSlashes || (isFlag && found.Id.EndsWith("/name", StringComparison.Ordinal)),
            RequiresResults = found is { IsPlain: true, Results: "/results" } && !hasContent,
            Statuses = isFlag && said.Statuses.Count == 0 ? s_flags : said.Statuses,
            Words = found.Words,
        };
    }

    private static TaskShape Beside(TaskExtension said, TaskOperation query)
    {
        if (said.Status is { } status)
        {
            return TaskShape.FindBeside(query.Members, query.Members.FirstOrDefault(member => member.Pointer == status) ?? new MemberFact(status, MemberKind.String, []));
        }

        // An envelope holds the status where it holds the id.
        string holder = said.Id is { } id ? id.Substring(0, id.LastIndexOf('/')) : "";
        return (TaskShape.FindStatus(query.Members, holder) ?? TaskShape.FindStatus(query.Members, "")) is { } found
            ? query.Shape is { } shape && shape.Status == found.Pointer ? shape : TaskShape.FindBeside(query.Members, found)
            : query.Shape ?? TaskShape.FindBeside(query.Members, new MemberFact("/status", MemberKind.String, []));
    }
}
