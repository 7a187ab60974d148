using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink;

/// <summary>Writes a generated value of which nothing is known but that it is one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonModelWriter : JsonConverter<IJsonModel>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: JSON does not say which type it is of.</exception>
    public override IJsonModel? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("JSON does not say which generated type it is of. Read it as that type, or a request as GenerationRequest.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IJsonModel value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
