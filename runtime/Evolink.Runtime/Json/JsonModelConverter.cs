using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>Lets System.Text.Json read and write a generated type anywhere, also in a user's own JsonSerializerContext.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">Some JSON is of another kind; the path says where, from this value on.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : JsonRead.Located(ref reader, ModelReader.Read<T>);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null or IOptionalValue { IsSet: false })
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
