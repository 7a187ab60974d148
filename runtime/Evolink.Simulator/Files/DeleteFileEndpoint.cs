using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>DELETE /api/v1/files/{file_id}: its URL is dead at once.</summary>
internal sealed class DeleteFileEndpoint(FileStore files) : IEndpoint
{
    public bool UsesFileErrors => true;

    public Task<IResult> AnswerAsync(HttpRequest request) => files.Remove(Uri.UnescapeDataString(PathTemplate.LastSegment(request.Path.Value!)))
        ? Task.FromResult<IResult>(FileJson.Ok("File deleted"))
        : throw new RefusedException(ApiError.FileNotFound);
}
