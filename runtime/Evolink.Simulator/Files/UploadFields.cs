using System.Text.Json;

namespace Evolink.Simulation;

/// <summary>The texts of a JSON upload.</summary>
internal static class UploadFields
{
    /// <exception cref="RefusedException">It is not there, or no text.</exception>
    public static string Required(JsonElement body, string name) =>
        Find(body, name) is { Length: > 0 } text ? text : throw new RefusedException(ApiError.Invalid($"{name} is required and must be a string.", name));

    public static string? Find(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
