using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>
/// A task is known by its shape: an object with a string that names it and a member that says how far it is. The other members
/// are looked for beside these by the names that job APIs give them.
/// </summary>
internal sealed record TaskShape
{
    private static readonly string[] Ids =
        ["id", "task_id", "taskId", "job_id", "jobId", "request_id", "requestId", "generation_id", "generationId", "prediction_id", "video_id", "uuid"];

    private static readonly string[] Statuses = ["status", "state", "task_status", "taskStatus", "job_status", "jobStatus"];

    private static readonly string[] ResultNames =
    [
        "results", "result", "output", "outputs", "assets", "artifacts", "videos", "images", "audios", "video", "image", "audio", "urls", "url", "video_url", "videoUrl",
        "image_url", "imageUrl", "audio_url", "audioUrl", "download_url", "downloadUrl", "result_url", "resultUrl", "output_url", "outputUrl", "resultJson", "result_json",
        "response", "generations",
    ];

    private static readonly string[] Progresses = ["progress", "progress_percent", "progressPercent", "percent", "percentage"];

    private static readonly string[] Errors =
    [
        "error", "failure", "failure_reason", "failureReason", "fail_reason", "failReason", "error_message", "errorMessage", "error_msg", "errorMsg", "failMsg", "fail_msg",
        "errors", "message",
    ];

    private static readonly HashSet<string> All = new(
        [.. Ids, .. Statuses, .. ResultNames, .. Progresses, .. Errors, "name", "done", "result_data"], StringComparer.Ordinal);

    public required string Id { get; init; }

    public required string Status { get; init; }

    /// <summary>Whether the status is a flag, done or not, instead of a word.</summary>
    public bool IsFlag { get; init; }

    /// <summary>The words of the status, where the schema lists them.</summary>
    public EquatableArray<string> Words { get; init; } = [];

    /// <summary>Where the results stand; null where no member is called like it.</summary>
    public string? Results { get; init; }

    public string? Progress { get; init; }

    public string? ProgressMaximum { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether it is a task by the plainest names, <c>id</c> and <c>status</c>. Any other has to list a word that ends a task well.</summary>
    public bool IsPlain => Id == "/id" && Status == "/status";

    /// <summary>Whether the status says when a task is completed.</summary>
    public bool EndsWell => IsFlag || Words.Any(word => StatusWords.Find(word) == StatusWords.Completed);

    /// <summary>Whether its status may be that of a task. A payment or an order lists words that end no task.</summary>
    public bool IsLikely => EndsWell || (IsPlain && Words.Count == 0);

    /// <summary>Whether a member of this name can be one of a task.</summary>
    public static bool Knows(string name) => All.Contains(name);

    /// <summary>Finds a task among the members of one object of a response; null where there is none.</summary>
    /// <param name="members">All members that are known.</param>
    /// <param name="holder">The pointer of the object.</param>
    public static TaskShape? Find(IEnumerable<MemberFact> members, string holder = "")
    {
        var byName = new Dictionary<string, MemberFact>(StringComparer.Ordinal);
        foreach (MemberFact member in members.Where(member => member.Holder == holder))
        {
            byName[member.Name] = member;
        }

        MemberFact? id = First(byName, Ids, MemberKind.String), status = First(byName, Statuses, MemberKind.String);
        if (id is null || status is null)
        {
            // An operation that runs long, as Google's interfaces have it.
            (id, status) = (First(byName, ["name"], MemberKind.String), First(byName, ["done"], MemberKind.Boolean));
        }

        if (id is null || status is null)
        {
            return null;
        }

        MemberFact? progress = First(byName, Progresses, null);
        return new TaskShape
        {
            Id = id.Pointer,
            Status = status.Pointer,
            IsFlag = status.Kind.HasFlag(MemberKind.Boolean),
            Words = status.Words,
            Results = First(byName, ResultNames, null)?.Pointer,
            Progress = progress?.Pointer,
            ProgressMaximum = progress?.Maximum,
            Error = First(byName, Errors, null)?.Pointer,
        };
    }

    /// <summary>The object that holds the status, where only its other members are known by their pointers.</summary>
    public static MemberFact? FindStatus(IReadOnlyCollection<MemberFact> members, string holder) =>
        Statuses.Concat(["done"]).Select(name => members.FirstOrDefault(member => member.Holder == holder && member.Name == name)).FirstOrDefault(member => member is not null);

    /// <summary>The other members of the object that holds a status.</summary>
    public static TaskShape FindBeside(IEnumerable<MemberFact> members, MemberFact status)
    {
        var byName = members.Where(member => member.Holder == status.Holder).ToDictionary(member => member.Name);
        MemberFact? progress = First(byName, Progresses, null);
        return new TaskShape
        {
            Id = First(byName, Ids, MemberKind.String)?.Pointer ?? "/id",
            Status = status.Pointer,
            IsFlag = status.Kind == MemberKind.Boolean,
            Words = status.Words,
            Results = First(byName, ResultNames, null)?.Pointer,
            Progress = progress?.Pointer,
            ProgressMaximum = progress?.Maximum,
            Error = First(byName, Errors, null)?.Pointer,
        };
    }

    private static MemberFact? First(Dictionary<string, MemberFact> members, IEnumerable<string> names, MemberKind? kind)
    {
        foreach (string name in names)
        {
            if (members.TryGetValue(name, out MemberFact? member) && (kind is not { } wanted || member.Kind == wanted))
            {
                return member;
            }
        }

        return null;
    }
}
