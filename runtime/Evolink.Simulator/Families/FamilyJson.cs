using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Simulation;

/// <summary>Responses about the tasks of another API than EvoLink's: its documented example, with this task's facts where they belong.</summary>
internal static class FamilyJson
{
    /// <summary>What the create answers.</summary>
    public static JsonObject Created(PlayedFamily family, SpecOperation create, string id)
    {
        JsonObject json = create.Sample() as JsonObject ?? [];
        Put(json, family.Spec.Id, id);
        if (family.Spec.Status is var status && create.Task.Members.Any(member => member.Pointer == status)) Put(json, status, family.Word(StatusWords.Pending));
        Clear(json, family);
        return json;
    }

    /// <summary>What the query answers.</summary>
    public static JsonObject Detail(PlayedFamily family, SimulatedTask task, string origin)
    {
        TaskState state = task.State;
        JsonObject json = family.Query.Sample() as JsonObject ?? [];
        if (family.Query.Task.Members.Any(member => member.Pointer == family.Spec.Id)) Put(json, family.Spec.Id, task.Created.Id);
        Clear(json, family);
        Put(json, family.Spec.Status, family.Word(state.Status));
        if (family.Spec.Progress is { } progress) Put(json, progress, family.Spec.ProgressMaximum is "1" or "1.0" ? state.Progress / 100.0 : state.Progress);
        if (state.IsCompleted && family.Content is null && family.Spec.Results is { } results) Put(json, results, Results(family.Query, results, task, origin));
        if (state.Status is StatusWords.Failed or StatusWords.Cancelled) Put(json, family.Spec.Error ?? "/error", Error(family, task));
        task.Script.Edit?.Invoke(json);
        return json;
    }

    /// <summary>What the content operation answers, where that is JSON.</summary>
    public static JsonNode Content(PlayedFamily family, SimulatedTask task, string origin)
    {
        JsonNode json = family.Content!.Sample() ?? new JsonObject();
        string url = Url(task, origin);
        if (!Fill(json, url) && json is JsonObject holder) holder["url"] = url;
        return json;
    }

    private static string Url(SimulatedTask task, string origin) => task.Script.Results is [var given, ..] ? given : origin + ResultEndpoint.UrlPath(task);

    // What the schema shows, with the result's address wherever it has one; as text where the text is JSON.
    private static JsonNode Results(SpecOperation query, string pointer, SimulatedTask task, string origin)
    {
        if (task.ResultData is { } data) return data.DeepClone();
        SpecNode? schema = query.SchemaAt(pointer);
        string url = Url(task, origin);
        if (query.Task.Members.FirstOrDefault(member => member.Pointer == pointer)?.Kind == MemberKind.String)
        {
            return pointer.EndsWith("json", StringComparison.OrdinalIgnoreCase) ? new JsonObject { ["resultUrls"] = new JsonArray(url) }.ToJsonString() : url;
        }

        JsonNode? sample = query.SampleOf(schema);
        if (sample is JsonArray { Count: 0 } or null) return new JsonArray(url);
        if (sample is JsonArray list && list[0] is JsonValue) return new JsonArray(url);
        if (!Fill(sample, url) && sample is JsonObject holder) holder["url"] = url;
        return sample;
    }

    private static bool Fill(JsonNode? node, string url)
    {
        bool hasFilled = false;
        switch (node)
        {
            case JsonObject json:
                foreach ((string name, JsonNode? value) in json.ToList())
                {
                    if (value is JsonValue && IsAddress(name, value)) (json[name], hasFilled) = (url, true);
                    else hasFilled |= Fill(value, url);
                }
                break;
            case JsonArray list:
                for (int index = 0; index < list.Count; index++)
                {
                    if (list[index] is JsonValue value && IsAddress("", value)) (list[index], hasFilled) = (url, true);
                    else hasFilled |= Fill(list[index], url);
                }
                break;
        }
        return hasFilled;
    }

    private static bool IsAddress(string name, JsonNode value) => value.AsValue().TryGetValue(out string? text)
        && (text.StartsWith("http", StringComparison.Ordinal) || name.EndsWith("url", StringComparison.OrdinalIgnoreCase) || name.EndsWith("uri", StringComparison.OrdinalIgnoreCase));

    private static JsonNode Error(PlayedFamily family, SimulatedTask task)
    {
        TaskFailure failure = task.Script.Error ?? new TaskFailure("failed", "The task failed.");
        bool isText = family.Query.Task.Members.FirstOrDefault(member => member.Pointer == family.Spec.Error)?.Kind == MemberKind.String;
        return isText ? failure.Message : new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message };
    }

    private static void Clear(JsonObject json, PlayedFamily family)
    {
        foreach (string? pointer in new[] { family.Spec.Results, family.Spec.Error, "/error" })
            if (pointer is not null && Holder(json, pointer, create: false) is { } holder) holder.Remove(Last(pointer));
    }

    private static void Put(JsonObject json, string pointer, JsonNode? value)
    {
        if (Holder(json, pointer, create: true) is { } holder) holder[Last(pointer)] = value;
    }

    private static JsonObject? Holder(JsonObject json, string pointer, bool create)
    {
        JsonObject? holder = json;
        foreach (string name in pointer.Split('/')[1..^1].Select(Unescape))
        {
            if (holder![name] is not JsonObject inner)
            {
                if (!create) return null;
                holder[name] = inner = [];
            }
            holder = inner;
        }
        return holder;
    }

    private static string Last(string pointer) => Unescape(pointer[(pointer.LastIndexOf('/') + 1)..]);

    private static string Unescape(string name) => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
