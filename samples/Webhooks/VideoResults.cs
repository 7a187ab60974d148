using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Evolink;

namespace Webhooks;

/// <summary>What has come so far, in memory. A real application has a table.</summary>
internal sealed class VideoResults
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<TaskDetailResponse>> _tasks = new(StringComparer.Ordinal);

    public void Add(TaskDetailResponse task) => Slot(task.Id!).TrySetResult(task);

    public Task<TaskDetailResponse> WaitAsync(string id) => Slot(id).Task;

    public IResult Find(string id) => _tasks.TryGetValue(id, out TaskCompletionSource<TaskDetailResponse>? slot) && slot.Task.IsCompletedSuccessfully
        ? TypedResults.Ok(new { id, status = slot.Task.Result.Status?.Value, results = slot.Task.Result.Results })
        : TypedResults.NotFound();

    /// <summary>Each problem by the member that it is about, as ASP.NET Core says it.</summary>
    public static IResult Refused(IReadOnlyList<ValidationResult> problems) => TypedResults.ValidationProblem(problems
        .SelectMany(static problem => problem.MemberNames.DefaultIfEmpty(""), static (problem, member) => (member, problem.ErrorMessage!))
        .GroupBy(static problem => problem.member, static problem => problem.Item2)
        .ToDictionary(static member => member.Key, static member => member.ToArray()));

    private TaskCompletionSource<TaskDetailResponse> Slot(string id) => _tasks.GetOrAdd(id, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
