using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /api/v1/files/list: pages of files, newest first.</summary>
internal sealed class FileListEndpoint(FileStore files) : IEndpoint
{
    public bool UsesFileErrors => true;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        PageRequest page = PageRequest.Read(request, "pageSize");
        IReadOnlyList<StoredFile> all = files.All();
        return Task.FromResult<IResult>(FileJson.Ok("ok", new JsonObject
        {
            ["files"] = new JsonArray([.. page.Slice(all.Reverse()).Select(file => (JsonNode)FileJson.Describe(file, request.Origin()))]),
            ["total"] = all.Count,
            ["page"] = page.Number,
            ["pageSize"] = page.Size,
        }));
    }
}
