using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Evolink.Simulation;

/// <summary>GET /results/{task}.mp4: the file of a completed task, to anyone who has the URL, for as long as results live.</summary>
internal sealed class ResultEndpoint(TaskStore tasks, TimeSpan resultsLiveFor) : IEndpoint
{
    public const string Root = "/results/";

    public static PathTemplate Path { get; } = new(Root + "{file}");

    public static string UrlPath(SimulatedTask task) => $"{Root}{PathTemplate.LastSegment(task.Created.Id)}{MediaFile.Find(task.Kind).Extension}";

    public RequestKind Kind => RequestKind.Download;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        string path = request.Path.Value!;
        string id = System.IO.Path.GetFileNameWithoutExtension(PathTemplate.LastSegment(path));
        if (tasks.Find(id) is not { State.IsCompleted: true } task || UrlPath(task) != path || task.Elapsed - task.CompletedAfter > resultsLiveFor)
            throw new RefusedException(ApiError.ResultNotFound);

        MediaFile file = MediaFile.Find(task.Kind);
        return Task.FromResult(Results.Bytes(
            file.Content, file.ContentType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{id}\""),
            lastModified: task.Created.Created + task.CompletedAfter));
    }
}
