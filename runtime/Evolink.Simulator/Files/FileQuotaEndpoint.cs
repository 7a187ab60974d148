using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /api/v1/files/quota: how many files there are and may be.</summary>
internal sealed class FileQuotaEndpoint(FileStore files) : IEndpoint
{
    public bool UsesFileErrors => true;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        int used = files.All().Count;
        return Task.FromResult<IResult>(FileJson.Ok("ok", new JsonObject
        {
            ["user_group"] = "default",
            ["used_files"] = used,
            ["max_files"] = files.Limit,
            ["remain_files"] = Math.Max(0, files.Limit - used),
        }));
    }
}
