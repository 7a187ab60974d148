using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Evolink.Tool.Studio.Endpoints;

/// <summary>The page and its files.</summary>
internal static class PageEndpoints
{
    private const string Page = "index.html";

    public static void Map(WebApplication app)
    {
        app.MapGet("/", static context => SendAsync(context, Page));
        app.MapGet("/assets/{**name}", static context => SendAsync(context, context.Request.RouteValues["name"] as string ?? ""));
    }

    private static async Task SendAsync(HttpContext context, string name)
    {
        await using Stream? file = StudioAssets.Open(name);
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = StudioAssets.TypeOf(name);
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
