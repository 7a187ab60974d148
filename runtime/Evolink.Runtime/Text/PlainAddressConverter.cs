using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Runtime.Text;

/// <summary>Writes an address without user name, password and query, and reads one as it is; as <see cref="MaskedKeyConverter"/> does for the key.</summary>
internal sealed class PlainAddressConverter : JsonConverter<Uri>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is not { } text ? null
        : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address) ? address
        : throw new JsonException("The value is no address.");

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options)
    {
        if (value is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }) writer.WriteStringValue(value.OriginalString);
        else writer.WriteStringValue(AddressText.Format(value));
    }
}
