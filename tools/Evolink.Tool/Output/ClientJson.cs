using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Evolink.Tool.Output;

/// <summary>What the client reads and sends as JSON, as the service has it. The types are named, so that a native program, which has no reflection, holds what is written of them and no more.</summary>
internal static class ClientJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        TypeInfoResolver = new JsonModelResolver()
            .Add<CreditsResponseData>()
            .Add<FileQuotaResponseData>()
            .Add<PriceListResponse>()
            .Add<StoredFile>()
            .Add<TaskDetailResponse>()
            .Add<TaskListResponse>(),
    };

    public static JsonElement ToElement<T>(T? value)
        where T : class => JsonSerializer.SerializeToElement(value, TypeInfo<T>()!);

    public static string Write<T>(T value)
        where T : class => JsonSerializer.Serialize(value, TypeInfo<T>());

    /// <exception cref="JsonException">It is no JSON, or not of that type.</exception>
    public static T? Read<T>(string json)
        where T : class => JsonSerializer.Deserialize(json, TypeInfo<T>());

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));
}
