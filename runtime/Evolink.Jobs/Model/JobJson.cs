using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Jobs.Model;

/// <summary>Jobs as stores keep them: JSON with the states by name, without what is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(GenerationJob))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class JobJson : JsonSerializerContext
{
    /// <summary>Writes all of a job but its request, which never changes and is kept apart.</summary>
    public static string Write(GenerationJob job) => JsonSerializer.Serialize(job with { Request = "" }, Default.GenerationJob);

    /// <summary>Reads a job.</summary>
    /// <param name="json">What <see cref="Write"/> has written.</param>
    /// <param name="request">The request.</param>
    /// <param name="version">The version of the row, which the JSON may lag behind.</param>
    /// <exception cref="JsonException">It is no job.</exception>
    public static GenerationJob Read(string json, string request, long version) =>
        (JsonSerializer.Deserialize(json, Default.GenerationJob) ?? throw new JsonException("The job is null.")) with { Request = request, Version = version };
}
