using System.Collections.Concurrent;

namespace Evolink.Tests.Support;

/// <summary>When which task was asked for.</summary>
internal sealed class QuestionLog(ManualTimeProvider time)
{
    private readonly ConcurrentQueue<(string Task, TimeSpan At)> _questions = new();

    public int Count => _questions.Count;

    public int FewestPerTask => PerTask().Min();

    public int MostPerTask => PerTask().Max();

    public void Add(StubRequest request) => _questions.Enqueue((request.Address.Segments[^1], time.Now));

    public int Between(TimeSpan from, TimeSpan until) => _questions.Count(question => question.At >= from && question.At < until);

    /// <summary>The most questions in one second.</summary>
    public int Peak(TimeSpan from, TimeSpan until) => _questions
        .Where(question => question.At >= from && question.At < until)
        .GroupBy(question => (int)question.At.TotalSeconds)
        .Max(second => second.Count());

    private IEnumerable<int> PerTask() => _questions.GroupBy(question => question.Task).Select(task => task.Count());
}
