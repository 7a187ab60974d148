using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Simulation;

/// <summary>Makes tasks of requests, with the create's response as the spec documents it.</summary>
internal sealed class TaskFactory(SimulatorOptions options, Account account, FamilyTable families, CallbackSender? callbacks)
{
    private static readonly string[] s_otherKinds = ["image", "audio", "text"];

    private int _created;

    /// <exception cref="RefusedException">The account cannot pay for it.</exception>
    public SimulatedTask Create(SpecOperation operation, JsonElement body, string? idempotencyKey)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        PlayedFamily? family = families.Find(operation);
        JsonObject answer = operation.Sample() as JsonObject ?? [];
        decimal price = Price(operation, answer, body);
        if (!account.Covers(price)) throw new RefusedException(ApiError.OutOfCredits);

        string? model = Member(body, "model") is { ValueKind: JsonValueKind.String } given ? given.GetString() : Text(answer, "model");
        CreatedTask created = new(++_created, family?.NewId(now) ?? TaskIds.New(now), model ?? "", operation.Id, body, idempotencyKey, now);
        TaskScript script = options.Script?.Invoke(created) ?? TaskScript.Completing(options.PendingFor, options.ProcessingFor);

        if (family is null) Fill(answer, created, script);
        else answer = FamilyJson.Created(family, operation, created.Id);
        SimulatedTask task = new(created, script, answer, options.TimeProvider)
        {
            Kind = KindOf(answer, operation),
            Family = family,
            ResultData = script.ResultData ?? operation.ResultData(),
            Credits = price,
        };
        account.Charge(task);
        callbacks?.Plan(task);
        return task;
    }

    /// <summary>Puts this task's facts in place of the example's; members that the spec does not show are not added.</summary>
    private static void Fill(JsonObject answer, CreatedTask task, TaskScript script)
    {
        answer["id"] = task.Id;
        answer["status"] = script.Steps is [{ After.Ticks: <= 0, Status: { } first }, ..] ? first : "pending";
        Replace(answer, "created", task.Created.ToUnixTimeSeconds());
        Replace(answer, "model", task.Model);
        Replace(answer, "progress", 0);
        answer.Remove("results");
        answer.Remove("result_data");
        answer.Remove("error");

        if (answer["task_info"] is not JsonObject info) return;
        if (script.Steps.FirstOrDefault(static step => step.Status == "completed") is { } end)
            Replace(info, "estimated_time", Math.Max(1, (long)Math.Ceiling(end.After.TotalSeconds)));
        if (Member(task.Body, "duration") is { ValueKind: JsonValueKind.Number } duration && duration.TryGetInt64(out long seconds))
            Replace(info, "video_duration", seconds);
    }

    private decimal Price(SpecOperation operation, JsonObject answer, JsonElement body)
    {
        TaskPrice price = TaskPrice.Read(operation, answer, options.CreditsPerTask);
        decimal charge = price.Charge(body);
        if (answer["usage"] is JsonObject usage) Replace(usage, "credits_reserved", charge);
        return charge;
    }

    /// <summary>What the tasks of an operation make, by its response or else by its path.</summary>
    public static string KindOf(JsonObject answer, SpecOperation operation)
    {
        string evidence = Text(answer, "type") ?? Text(answer, "object") ?? operation.Path.Text;
        return s_otherKinds.FirstOrDefault(kind => evidence.Contains(kind, StringComparison.Ordinal)) ?? "video";
    }

    private static void Replace(JsonObject target, string member, JsonNode value)
    {
        if (target.ContainsKey(member)) target[member] = value;
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonElement? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement value) ? value : null;
}
