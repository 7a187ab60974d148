using System.Text.Json;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Many;

/// <summary>Takes creates and ends their tasks; the id of a task is its request's prompt. Knows how many tasks ran at once.</summary>
internal sealed class ManyServer
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _running = [];
    private readonly Func<string, string> _endOf;
    private readonly int _heldUntil;

    /// <param name="endOf">The status that a task ends with; <c>processing</c> for one that goes on.</param>
    /// <param name="heldUntil">No task ends before so many ran at once.</param>
    public ManyServer(Func<string, string>? endOf = null, int heldUntil = 1)
    {
        (_endOf, _heldUntil) = (endOf ?? (static _ => "completed"), heldUntil);
        Stub = new StubServer(Answer);
    }

    public StubServer Stub { get; }

    /// <summary>Answers a create in place of the usual answer; null for the usual one.</summary>
    public Func<StubRequest, HttpResponseMessage?> OnCreate { get; init; } = static _ => null;

    public int MostAtOnce { get; private set; }

    public IReadOnlyList<StubRequest> Creates => [.. Stub.Requests.Where(static request => request.Method == "POST")];

    public static string PromptOf(StubRequest request) => JsonElement.Parse(request.Body).GetProperty("prompt").GetString()!;

    private HttpResponseMessage Answer(StubRequest request)
    {
        if (request.Method != "POST") return Query(request.Address.Segments[^1]);
        if (OnCreate(request) is { } other) return other;
        string id = PromptOf(request);
        lock (_lock)
        {
            _running.Add(id);
            MostAtOnce = Math.Max(MostAtOnce, _running.Count);
        }

        return Task(id, "pending");
    }

    private HttpResponseMessage Query(string id)
    {
        lock (_lock)
        {
            string end = MostAtOnce >= _heldUntil ? _endOf(id) : "processing";
            if (end != "processing") _running.Remove(id);
            return Task(id, end);
        }
    }

    private static HttpResponseMessage Task(string id, string status) =>
        StubServer.Json($"{{\"id\":\"{id}\",\"status\":\"{status}\",\"results\":[\"https://r.test/1\"],\"error\":{{\"code\":\"generation_timeout\"}}}}");
}
