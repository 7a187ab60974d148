using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Sessions;
using Evolink.Tool.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Evolink.Tool.Studio.Endpoints;

/// <summary>POST /api/files: a file that was dropped into a field goes on to the service, and its URL comes back.</summary>
internal static class UploadEndpoint
{
    public static void Map(WebApplication app, Session session) => app.MapPost("/api/files", JsonReply.From(context => SendAsync(context, session)));

    private static async Task<JsonNode> SendAsync(HttpContext context, Session session)
    {
        HttpRequest request = context.Request;
        string name = Path.GetFileName(request.Query["name"].ToString());
        if (name.Length == 0) throw ToolException.Usage("The file has no name.");
        ModelMedia? media = FindMedia(request);

        // The client says what is too large, and for whom.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        // The folder is everybody's, the file the user's.
        FileStreamOptions options = OwnerFile.Restrict(new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose });
        await using FileStream file = new(Path.Combine(Path.GetTempPath(), $"evolink-{Guid.NewGuid():N}"), options);
        await request.Body.CopyToAsync(file, context.RequestAborted);
        file.Position = 0;
        UploadedFile uploaded = await session.Client.Files.UploadAsync(file, name, new UploadOptions { Media = media }, context.RequestAborted);
        return FileUploads.ToJson(name, uploaded);
    }

    /// <summary>What the field demands of a file: it is named as its place in the form, without the numbers of items.</summary>
    private static ModelMedia? FindMedia(HttpRequest request)
    {
        IReadOnlyList<ModelParameter> members = ModelLookup.Get(request.Query["model"].ToString()).Parameters;
        ModelParameter? found = null;
        foreach (string name in request.Query["field"].ToString().Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            found = members.FirstOrDefault(member => member.Name == name);
            members = found?.Parameters is { Count: > 0 } inner ? inner : found?.Items?.Parameters ?? [];
        }

        return found?.Media;
    }
}
