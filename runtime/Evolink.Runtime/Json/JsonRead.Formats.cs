using System.Globalization;
using System.Text.Json;

namespace Evolink;

public static partial class JsonRead
{
    /// <summary>
    /// Reads a URI or a reference, as it is written. A text that no <see cref="System.Uri"/> can hold (<c>https://</c>)
    /// is kept percent-encoded: one bad link does not cost the document, and no rule takes it for an absolute URI.
    /// </summary>
    /// <exception cref="JsonException">It is neither a string nor null.</exception>
    public static Uri? Uri(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return UriOf(reader.TokenType == JsonTokenType.String ? DecodedText(ref reader) : throw Unexpected(ref reader, "a URI"));
    }

    /// <summary>Reads an RFC 3339 date and time. A text without an offset is taken as UTC, on every machine.</summary>
    /// <exception cref="JsonException">It is no date and time.</exception>
    public static DateTimeOffset? DateTimeOffset(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetDateTime(out DateTime local) && local.Kind == DateTimeKind.Unspecified)
            {
                return new DateTimeOffset(local, TimeSpan.Zero);
            }

            if (reader.TryGetDateTimeOffset(out DateTimeOffset value)
                || System.DateTimeOffset.TryParse(DecodedText(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
            {
                return value;
            }
        }

        throw Unexpected(ref reader, "a date and time");
    }

    /// <summary>Reads a date, <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="JsonException">It is no date.</exception>
    public static DateOnly? Date(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when DateOnly.TryParseExact(
            DecodedText(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value) => value,
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a date"),
    };

    /// <summary>Reads a UUID.</summary>
    /// <exception cref="JsonException">It is no UUID.</exception>
    public static Guid? Guid(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when reader.TryGetGuid(out Guid value) || System.Guid.TryParse(DecodedText(ref reader), out value) => value,
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a UUID"),
    };

    /// <summary>Reads bytes in Base64.</summary>
    /// <exception cref="JsonException">It is no Base64.</exception>
    public static byte[]? Base64(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when reader.TryGetBytesFromBase64(out byte[]? value) => value,
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "bytes in Base64"),
    };

    /// <summary>The URI that a text is.</summary>
    internal static Uri UriOf(string text) => System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri)
        ? uri
        : new(System.Uri.EscapeDataString(text), UriKind.Relative);
}
