using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Microsoft.AspNetCore.Http;

namespace Evolink.Tool.Studio.Endpoints;

/// <summary>What the page is answered: JSON, or a problem in words that it shows.</summary>
internal static class JsonReply
{
    /// <summary>A request has a few kilobytes; files do not go this way.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An endpoint that answers with JSON, and with the reason where it cannot.</summary>
    public static RequestDelegate From(Func<HttpContext, Task<JsonNode>> answer) => async context =>
    {
        JsonNode json;
        try
        {
            json = await answer(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            (context.Response.StatusCode, string reason) = Describe(exception);
            json = new JsonObject { ["error"] = reason };
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Text(json), context.RequestAborted);
    };

    public static string Text(JsonNode json) => json.ToJsonString(s_options);

    /// <exception cref="ToolException">The body is no JSON object.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        // A form of another site cannot send this type without asking first.
        if (!request.HasJsonContentType() || request.ContentLength is null or > MostBytes) throw ToolException.Usage("The body must be JSON.");
        using JsonDocument body = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 512 }, request.HttpContext.RequestAborted);
        return body.RootElement.ValueKind == JsonValueKind.Object ? body.RootElement.Clone() : throw ToolException.Usage("The body must be a JSON object.");
    }

    private static (int Status, string Reason) Describe(Exception exception) => exception switch
    {
        KeyNotFoundException => (StatusCodes.Status404NotFound, exception.Message),
        BadHttpRequestException or ArgumentException => (StatusCodes.Status422UnprocessableEntity, exception.Message),
        _ when Failure.Describe(exception) is { } failure => (StatusCodes.Status422UnprocessableEntity, failure.Message),
        _ => (StatusCodes.Status500InternalServerError, $"This is a defect of the studio: {exception.GetType().Name}: {exception.Message}"),
    };
}
