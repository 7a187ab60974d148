using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Evolink.Simulation;

/// <summary>A request's body: its bytes, and what they say.</summary>
internal sealed record JsonBody(byte[] Bytes, JsonElement Root)
{
    /// <exception cref="RefusedException">The body is no JSON, or not said to be.</exception>
    public static async Task<JsonBody> ReadAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || !(type.MediaType == "application/json" || type.Suffix == "json"))
            throw new RefusedException(ApiError.NotJson);

        using MemoryStream buffer = new();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false);
        byte[] bytes = buffer.ToArray();
        return new JsonBody(bytes, Parse(bytes));
    }

    private static JsonElement Parse(byte[] bytes)
    {
        if (bytes.Length == 0) throw new RefusedException(ApiError.Invalid("The body is empty."));
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            EnsureText(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            string reason = problem.Message.Split(" LineNumber:")[0];
            throw new RefusedException(ApiError.Invalid($"The body is not JSON (line {problem.LineNumber + 1}, column {problem.BytePositionInLine + 1}): {reason}"));
        }
        catch (InvalidOperationException)
        {
            throw new RefusedException(ApiError.Invalid("The body holds a string that is not Unicode text."));
        }
    }

    /// <summary>Reads every string once: half a surrogate pair or a stray byte shows only then.</summary>
    private static void EnsureText(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            _ = value.GetString();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray()) EnsureText(item);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                _ = member.Name;
                EnsureText(member.Value);
            }
        }
    }
}
