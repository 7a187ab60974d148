using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Evolink.Simulation;

/// <summary>What is asked of a task of another API than EvoLink's: the query, or the content.</summary>
internal sealed class FamilyEndpoint(IReadOnlyList<PlayedFamily> families, SpecOperation operation, PathTemplate path, TaskStore tasks) : IEndpoint
{
    public RequestKind Kind => families.Any(family => family.Query == operation) ? RequestKind.Query : RequestKind.Download;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        foreach (PlayedFamily family in families)
        {
            string parameter = family.Query == operation ? family.Spec.Parameter : family.ContentParameter;
            string? id = path.Value(request.Path.Value!, parameter) ?? request.Query[parameter].FirstOrDefault();
            if (id is null || tasks.Find(Uri.UnescapeDataString(id)) is not { } task || task.Family != family) continue;
            return Task.FromResult(family.Query == operation ? Query(family, task, request) : Content(family, task, request));
        }

        throw new RefusedException(ApiError.TaskNotFound);
    }

    private JsonResponse Query(PlayedFamily family, SimulatedTask task, HttpRequest request)
    {
        task.CountQuery();
        return new JsonResponse(operation.Status, FamilyJson.Detail(family, task, request.Origin()));
    }

    private IResult Content(PlayedFamily family, SimulatedTask task, HttpRequest request)
    {
        if (!task.State.IsCompleted) throw new RefusedException(ApiError.ResultNotFound);
        if (!operation.IsBinary) return new JsonResponse(operation.Status, FamilyJson.Content(family, task, request.Origin()));
        MediaFile file = MediaFile.Find(task.Kind);
        return Results.Bytes(file.Content, file.ContentType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{task.Created.Number}\""));
    }
}
