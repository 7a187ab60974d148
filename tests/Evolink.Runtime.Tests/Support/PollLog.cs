using System.Collections.Concurrent;

namespace Evolink.Tests.Support;

/// <summary>When which task was asked for.</summary>
internal sealed class PollLog(ManualTimeProvider time)
{
    private readonly ConcurrentQueue<(string Task, TimeSpan At)> _polls = new();

    public int Count => _polls.Count;

    public int FewestPerTask => PerTask().Min();

    public int MostPerTask => PerTask().Max();

    public void Add(StubRequest request) => _polls.Enqueue((request.Address.Segments[^1], time.Now));

    public int Between(TimeSpan from, TimeSpan until) => _polls.Count(question => question.At >= from && question.At < until);

    /// <summary>The most questions in one second.</summary>
    public int Peak(TimeSpan from, TimeSpan until) => _polls
        .Where(question => question.At >= from && question.At < until)
        .GroupBy(question => (int)question.At.TotalSeconds)
        .Max(second => second.Count());

    private IEnumerable<int> PerTask() => _polls.GroupBy(question => question.Task).Select(task => task.Count());
}
