using System.Text.Json;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Json;
using Evolink.Runtime.Pipeline;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>Queries many tasks with one request.</summary>
internal sealed class BatchQuery(ClientSettings settings, CallSender sender)
{
    // A task that is listed twice is no reason to overlook the next one; a list without end is one to stop.
    private const int EntriesPerId = 4;

    /// <summary>Asks once for several tasks.</summary>
    /// <returns>The tasks that the response has, by their ids. Those that it leaves out, or garbles, are asked for alone.</returns>
    /// <exception cref="EvolinkException">The query failed.</exception>
    public async Task<IReadOnlyDictionary<string, TaskResponse>> PollAsync(TaskFamily family, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        TaskBatch batch = family.Batch!;
        ApiCall call = new ApiCall(batch.Query).SetPresets().Json(ids, (writer, values) => WriteIds(writer, batch.Ids, values));
        using ApiResponse response = await sender.SendAsync(call, idempotencyKey: null, maxRetries: 0, asStream: false, cancellationToken).ConfigureAwait(false);
        return Read(response, family, ids);
    }

    private Dictionary<string, TaskResponse> Read(ApiResponse response, TaskFamily family, IReadOnlyCollection<string> ids)
    {
        HashSet<string> missing = new(ids, StringComparer.Ordinal);
        Dictionary<string, TaskResponse> found = new(ids.Count, StringComparer.Ordinal);
        ReadOnlySpan<byte> json = WireJson.Clean(response.Body.Span);
        foreach (Range range in BatchItems.Find(json, family.Batch!.Items, EntriesPerId * ids.Count))
        {
            ReadOnlySpan<byte> item = json[range];
            TaskState state = TaskStateReader.Read(item, family);

            // Of a task that is listed twice the first entry counts. One without a status says nothing of the task.
            if (state is not { IsWhole: true, Id: { } id } || state.Status == default || !missing.TryGetValue(id, out string? asked)) continue;
            missing.Remove(asked);
            state.Id = asked;
            found.Add(asked, TaskResponse.From(item, state, response.RequestId, settings.ApiKey));
        }

        return found;
    }

    private static void WriteIds(Utf8JsonWriter writer, string pointer, IEnumerable<string> ids)
    {
        string[] names = pointer.Length == 0 ? [] : JsonPointerText.Split(pointer);
        foreach (string name in names)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(name);
        }

        writer.WriteStartArray();
        foreach (string id in ids) writer.WriteStringValue(id);
        writer.WriteEndArray();
        foreach (string _ in names) writer.WriteEndObject();
    }
}
