using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>A JSON body with its status.</summary>
internal sealed record JsonResponse(int Status, byte[] Body) : IResult
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JsonResponse(int status, JsonNode body) : this(status, Bytes(body))
    {
    }

    /// <summary>Whether the response is an earlier one, kept for its idempotency key.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>The task whose creation this answers; null for any other response.</summary>
    public SimulatedTask? Created { get; init; }

    /// <summary>A node as text, by no serializer: those reflect, unless they are told of every type.</summary>
    public static byte[] Bytes(JsonNode node)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, s_writing)) node.WriteTo(writer);
        return bytes.WrittenSpan.ToArray();
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        if (IsReplayed) response.Headers["idempotency-replayed"] = "true";
        await response.Body.WriteAsync(Body, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
