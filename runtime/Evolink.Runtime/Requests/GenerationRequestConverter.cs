using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evolink.Runtime.Requests;

namespace Evolink;

/// <summary>
/// Lets System.Text.Json write a request that is held as its base type whole, and read it back as the type of its model.
/// Where the model alone does not say which type it is, <c>$request</c> stands before the members; it is never sent.
/// </summary>
/// <typeparam name="T">The base type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GenerationRequestConverter<T> : JsonConverter<T>
    where T : GenerationRequest
{
    /// <summary>Makes the converter.</summary>
    public GenerationRequestConverter() => ReferencedClients.RunInitializer(typeof(T).Module);

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">No known request, or more than one, has this model; or some JSON is of another kind.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : (T)RequestJson.Read(ref reader, typeof(T));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            RequestJson.Write(writer, value, typeof(T));
        }
    }
}

/// <summary>The same for a request that is held by the kind of its task, <see cref="GenerationRequest{TTask}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GenerationRequestConverter : JsonConverter<GenerationRequest>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(GenerationRequest).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    /// <exception cref="JsonException">No known request, or more than one, has this model; or some JSON is of another kind.</exception>
    public override GenerationRequest? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        foreach (Type task in typeToConvert.GenericTypeArguments) ReferencedClients.RunInitializer(task.Module);
        return RequestJson.Read(ref reader, typeToConvert);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GenerationRequest value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RequestJson.Write(writer, value, typeof(GenerationRequest));
    }
}
