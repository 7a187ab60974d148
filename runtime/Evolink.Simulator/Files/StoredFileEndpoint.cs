using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Evolink.Simulation;

/// <summary>GET /files/{file_id}/{name}: an uploaded file, to anyone who has the URL, until it expires.</summary>
internal sealed class StoredFileEndpoint(FileStore files) : IEndpoint
{
    public const string Root = "/files/";

    public static PathTemplate Path { get; } = new(Root + "{file_id}/{name}");

    public RequestKind Kind => RequestKind.Download;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        string path = request.Path.Value!;
        StoredFile file = files.Find(Path.Value(path, "file_id")!) is { } found && found.UrlPath == path ? found : throw new RefusedException(ApiError.ResultNotFound);
        return Task.FromResult(Results.File(
            file.Path, file.ContentType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{file.Id}\""), lastModified: file.Uploaded));
    }
}
