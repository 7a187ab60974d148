using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink;

/// <summary>A key as people may see it: its last four characters, where it is long enough to hide the rest.</summary>
internal static class MaskedKey
{
    private const int Shown = 4;

    public static string Of(string? key) => key switch
    {
        null or "" => "(not set)",
        { Length: < 4 * Shown } => "****",
        _ => "****" + key[^Shown..],
    };

    /// <summary>Takes the key out of a text that came from elsewhere: some servers quote the key that they refuse.</summary>
    public static string Remove(string text, string key) =>
        key.Length > 0 && text.Contains(key, StringComparison.Ordinal) ? text.Replace(key, Of(key), StringComparison.Ordinal) : text;
}

/// <summary>Writes a masked key, and reads one as it is: options may come from JSON, the key never goes there.</summary>
internal sealed class MaskedKeyConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(MaskedKey.Of(value));
}
