using System.Text;
using System.Text.Json.Nodes;

namespace Evolink.Simulation;

/// <summary>A task, its script and the clock they are read by.</summary>
internal sealed class SimulatedTask(CreatedTask created, TaskScript script, JsonObject answer, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private int _queries;

    public CreatedTask Created => created;

    public TaskScript Script => script;

    /// <summary>What the create answered; the query tells the same and what has come since. Never changed, only cloned.</summary>
    public JsonObject Answer => answer;

    /// <summary>The API whose words it is described in; null for EvoLink's.</summary>
    public PlayedFamily? Family { get; init; }

    /// <summary>What the task makes: video, image, audio or text.</summary>
    public required string Kind { get; init; }

    /// <summary>What it has made where that is no file.</summary>
    public required JsonNode? ResultData { get; init; }

    public required decimal Credits { get; init; }

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    public TaskState State => TaskState.At(script, Elapsed);

    public bool IsRefunded => TaskState.IsRefunded(script, Elapsed);

    public TimeSpan? CompletedAfter => script.Steps.FirstOrDefault(static step => step.Status == "completed")?.After;

    /// <summary>How much of the create's response was sent.</summary>
    public CreateAnswer Sent { get; private set; }

    /// <summary>Notes that so many bytes of the create's response go to a client; the most that one of them got counts.</summary>
    public void Answered(int bytes, ReadOnlySpan<byte> body)
    {
        byte[] id = Encoding.UTF8.GetBytes($"\"{created.Id}\"");
        CreateAnswer sent = bytes >= body.Length ? CreateAnswer.Whole
            : bytes >= body.IndexOf(id) + id.Length ? CreateAnswer.WithId
            : CreateAnswer.WithoutId;
        lock (_lock)
            if (sent > Sent) Sent = sent;
    }

    public void CountQuery() => Interlocked.Increment(ref _queries);

    public TaskSnapshot Snapshot()
    {
        TaskState state = State;
        return new TaskSnapshot(created, state.Status, state.Progress, Volatile.Read(ref _queries));
    }
}
