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
    private static readonly string[] s_ids =
        ["id", "task_id", "taskId", "job_id", "jobId", "request_id", "requestId", "generation_id", "generationId", "prediction_id", "video_id", "uuid"];

    private static readonly string[] s_statuses = ["status", "state", "task_status", "taskStatus", "job_status", "jobStatus"];

    private static readonly string[] s_resultNames =
    [
        "results", "result", "output", "outputs", "assets", "artifacts", "videos", "images", "audios", "video", "image", "audio", "urls", "url", "video_url", "videoUrl",
        "image_url", "imageUrl", "audio_url", "audioUrl", "download_url", "downloadUrl", "result_url", "resultUrl", "output_url", "outputUrl", "resultJson", "result_json",
        "response", "generations",
    ];

    private static readonly string[] s_progresses = ["progress", "progress_percent", "progressPercent", "percent", "percentage"];

    private static readonly string[] s_errors =
    [
        "error", "failure", "failure_reason", "failureReason", "fail_reason", "failReason", "error_message", "errorMessage", "error_msg", "errorMsg", "failMsg", "fail_msg",
        "errors", "message",
    ];

    private static readonly HashSet<string> s_all = new(
        [.. s_ids, .. s_statuses, .. s_resultNames, .. s_progresses, .. s_errors, "name", "done", "result_data"], StringComparer.Ordinal);

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
    public static bool Knows(string name) => s_all.Contains(name);

    /// <summary>Finds a task among the members of a response; null where there is none.</summary>
    public static TaskShape? Find(IEnumerable<MemberFact> members)
    {
        Dictionary<string, MemberFact> byName = Within(members, "");
        MemberFact? id = First(byName, s_ids, MemberKind.String), status = First(byName, s_statuses, MemberKind.String);
        if (id is null || status is null)
        {
            // An operation that runs long, as Google's interfaces have it.
            (id, status) = (First(byName, ["name"], MemberKind.String), First(byName, ["done"], MemberKind.Boolean));
        }

        return id is null || status is null ? null : Create(byName, id.Pointer, status);
    }

    /// <summary>The status in an object, by its name; null where it has none.</summary>
    public static MemberFact? FindStatus(IEnumerable<MemberFact> members, string holder) => First(Within(members, holder), [.. s_statuses, "done"], null);

    /// <summary>The task whose status is known: the other members are looked for beside it.</summary>
    public static TaskShape FindBeside(IEnumerable<MemberFact> members, MemberFact status)
    {
        Dictionary<string, MemberFact> byName = Within(members, status.Holder);
        return Create(byName, First(byName, s_ids, MemberKind.String)?.Pointer ?? "/id", status);
    }

    private static TaskShape Create(Dictionary<string, MemberFact> members, string id, MemberFact status)
    {
        MemberFact? progress = First(members, s_progresses, null);
        return new TaskShape
        {
            Id = id,
            Status = status.Pointer,
            IsFlag = status.Kind == MemberKind.Boolean,
            Words = status.Words,
            Results = First(members, s_resultNames, null)?.Pointer,
            Progress = progress?.Pointer,
            ProgressMaximum = progress?.Maximum,
            Error = First(members, s_errors, null)?.Pointer,
        };
    }

    private static Dictionary<string, MemberFact> Within(IEnumerable<MemberFact> members, string holder)
    {
        var byName = new Dictionary<string, MemberFact>(StringComparer.Ordinal);
        foreach (MemberFact member in members.Where(member => member.Holder == holder))
        {
            byName[member.Name] = member;
        }

        return byName;
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
