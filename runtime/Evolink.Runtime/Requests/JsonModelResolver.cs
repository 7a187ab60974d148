using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Evolink;

/// <summary>Knows generated types by name, so that they are read and written where reflection is switched off.</summary>
public sealed class JsonModelResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _makers = [];

    /// <summary>Makes a resolver that knows <see cref="GenerationRequest"/>.</summary>
    public JsonModelResolver() => AddBase<GenerationRequest>();

    /// <summary>Adds a type.</summary>
    /// <returns>The same resolver.</returns>
    public JsonModelResolver Add<T>()
        where T : IJsonModel<T>
    {
        _makers[typeof(T)] = static options => JsonMetadataServices.CreateValueInfo<T>(options, new Converter<T>());
        return this;
    }

    /// <summary>Adds a base type of requests, which are written whole and read by their model.</summary>
    /// <returns>The same resolver.</returns>
    public JsonModelResolver AddBase<T>()
        where T : GenerationRequest
    {
        _makers[typeof(T)] = static options => JsonMetadataServices.CreateValueInfo<T>(options, new GenerationRequestConverter<T>());
        return this;
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        _makers.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? make) ? make(options) : null;

    private sealed class Converter<T> : JsonModelConverter<T>
        where T : IJsonModel<T>;
}
