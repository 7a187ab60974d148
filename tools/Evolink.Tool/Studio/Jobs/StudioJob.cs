using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Following;
using Evolink.Tool.Output;

namespace Evolink.Tool.Studio.Jobs;

/// <summary>A job as a page shows it.</summary>
internal static class StudioJob
{
    private const int SummaryLength = 160;

    /// <summary>A row of the history.</summary>
    public static JsonObject Brief(GenerationJob job, JobFeed feed, ResultFolder results)
    {
        JsonObject json = JobText.ToJson(job);
        json.Remove("result");
        json.Remove("files");
        json["state_text"] = JobText.State(job);
        json["note"] = Note(job, feed);
        json["is_end"] = job.IsEnd;
        json["submitted_at"] = job.SubmittedAt?.ToString("O", CultureInfo.InvariantCulture);
        json["summary"] = Summary(job);
        json["files"] = new JsonArray([.. results.List(job).Select(one => (JsonNode)File(job, one.Index, one.File))]);
        json["can_fetch"] = job is { State: JobState.Completed, TaskId: not null } && results.List(job).Count == 0 && Links(job).Count > 0;
        json["can_cancel"] = job.State is JobState.Queued;
        return json;
    }

    /// <summary>All of a job.</summary>
    public static JsonObject Full(GenerationJob job, JobFeed feed, ResultFolder results)
    {
        JsonObject json = Brief(job, feed, results);
        json["request"] = JsonOutput.ToNode(JobText.Request(job));
        json["max_credits"] = job.MaxCredits;
        json["data"] = job.State == JobState.Completed && Links(job).Count == 0 && job.Files.Count == 0 && job.Result is { } result ? Data(result) : null;
        return json;
    }

    private static JsonObject File(GenerationJob job, int index, FileInfo file) => new()
    {
        ["name"] = file.Name,
        ["kind"] = ResultType.Find(file.Name).Kind,
        ["type"] = ResultType.Find(file.Name).ContentType,
        ["size"] = file.Length,
        ["url"] = string.Create(CultureInfo.InvariantCulture, $"/api/jobs/{Uri.EscapeDataString(job.Id)}/files/{index}"),
    };

    /// <summary>Why a job waits, or how it failed and what can be done.</summary>
    private static string? Note(GenerationJob job, JobFeed feed)
    {
        if (feed.FindRefusal(job.Id) is { } refusal) return refusal;
        if (job.IsEnd) return job.State == JobState.Completed ? null : JobText.Explain(job);
        return job is { State: JobState.Queued, Error: { } waiting } ? $"It waits: {waiting.Message}" : null;
    }

    private static IReadOnlyList<string> Links(GenerationJob job) => job.Result is { } json && JsonNode.Parse(json)?["results"] is JsonArray links
        ? [.. links.OfType<JsonValue>().Select(static link => link.ToString()).Where(static link => link.StartsWith("http", StringComparison.Ordinal))]
        : [];

    private static JsonNode? Data(string result)
    {
        JsonNode? task = JsonNode.Parse(result);
        return (task?["result_data"] ?? task?["results"] ?? task)?.DeepClone();
    }

    /// <summary>The words that the request is about, to find it again in a list.</summary>
    private static string Summary(GenerationJob job)
    {
        foreach (JsonProperty member in JobText.Request(job).EnumerateObject())
        {
            bool isText = member.Name.Contains("prompt", StringComparison.Ordinal) || member.Name is "text" or "title" or "lyrics";
            if (!isText || member.Value.ValueKind != JsonValueKind.String || member.Value.GetString() is not { Length: > 0 } text) continue;
            return text.Length <= SummaryLength ? text : text[..SummaryLength] + "…";
        }

        return "";
    }
}
