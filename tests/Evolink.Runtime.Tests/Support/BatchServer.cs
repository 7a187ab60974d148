using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace Evolink.Tests.Support;

/// <summary>An API whose tasks can be asked for one by one and in batches.</summary>
internal sealed class BatchServer
{
    private readonly ConcurrentQueue<BatchPoll> _polls = new();
    private readonly ManualTimeProvider _time;

    /// <param name="time">The clock.</param>
    /// <param name="task">A task as the server describes it; null where it has none of that id.</param>
    public BatchServer(ManualTimeProvider time, Func<string, string?> task)
    {
        (_time, Task) = (time, task);
        Stub = new StubServer(Answer) { KeepsRequests = false };
    }

    public static ApiOperation Batch { get; } = new("getTasks", "POST", "/v1/tasks/batch", "https://api.test");

    public static TaskFamily<TestTask> Tasks { get; } = new(TestApi.Query) { RequiresResults = true, Batch = new TaskBatch(Batch) };

    public static ApiOperation Create { get; } = new("createVideo", "POST", "/v1/videos/generations", "https://api.test") { TaskFamily = Tasks };

    public static ApiDescriptor Descriptor { get; } = TestApi.Descriptor with { TaskFamilies = [Tasks] };

    /// <summary>A task by its id.</summary>
    public Func<string, string?> Task { get; }

    /// <summary>Answers a create; by default with a new id.</summary>
    public Func<int, string> Created { get; init; } = number => $$"""{"id":"task-unified-{{number}}","status":"pending"}""";

    /// <summary>Answers a batch in the place of the usual response, where it returns one.</summary>
    public Func<BatchPoll, HttpResponseMessage?> OnBatch { get; init; } = _ => null;

    /// <summary>Answers a poll of one task in the place of the usual response, where it returns one.</summary>
    public Func<BatchPoll, HttpResponseMessage?> OnSingle { get; init; } = _ => null;

    public StubServer Stub { get; }

    public IReadOnlyList<BatchPoll> Polls => [.. _polls];

    public IReadOnlyList<BatchPoll> Batches => [.. _polls.Where(poll => poll.IsBatch)];

    public IReadOnlyList<BatchPoll> Singles => [.. _polls.Where(poll => !poll.IsBatch)];

    public static TestClient Client(EvolinkOptions options, HttpClient http) => new(options, http, Descriptor);

    public static string Items(params IEnumerable<string?> tasks) => $$"""{"data":[{{string.Join(',', tasks.Where(task => task is not null))}}]}""";

    private HttpResponseMessage Answer(StubRequest request)
    {
        if (request.Address.AbsolutePath == Create.Path) return StubServer.Json(Created(request.Number));
        bool isBatch = request.Method == "POST";
        string[] ids = isBatch ? Ids(request.Body) : [Uri.UnescapeDataString(request.Address.Segments[^1])];
        BatchPoll poll = new(_time.Now, isBatch, ids, request);
        _polls.Enqueue(poll);
        if ((isBatch ? OnBatch : OnSingle)(poll) is { } answer) return answer;
        if (isBatch) return StubServer.Json(Items(ids.Select(Task)));
        return Task(ids[0]) is { } task ? StubServer.Json(task) : StubServer.Error(HttpStatusCode.NotFound, "task_not_found");
    }

    private static string[] Ids(string body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        return [.. json.RootElement.GetProperty("task_ids").EnumerateArray().Select(id => id.GetString()!)];
    }
}

/// <param name="At">When it came.</param>
/// <param name="IsBatch">Whether it asked for several.</param>
/// <param name="Ids">The tasks.</param>
/// <param name="Request">The request.</param>
internal sealed record BatchPoll(TimeSpan At, bool IsBatch, IReadOnlyList<string> Ids, StubRequest Request);
