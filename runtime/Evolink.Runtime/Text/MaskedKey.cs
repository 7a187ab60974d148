using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Runtime.Text;

/// <summary>A key as people may see it: its last four characters, where it is long enough to hide the rest.</summary>
internal static class MaskedKey
{
    private const int Shown = 4;

    public static string Mask(string? key) => key switch
    {
        null or "" => "(not set)",
        { Length: < 4 * Shown } => "****",
        _ => "****" + key[^Shown..],
    };

    /// <summary>Takes the key out of a text that came from elsewhere: some servers quote the key that they refuse.</summary>
    /// <remarks>As it is, in other letters' case, escaped for a URL, JSON or HTML, and as the base64 of basic authentication; of <c>user:password</c> the password alone, too.</remarks>
    public static string Remove(string text, string key)
    {
        if (text.Length < QuotedSecret.ShortestForm(key)) return text;
        foreach (string secret in QuotedSecret.EnumerateForms(key)) text = QuotedSecret.Replace(text, secret, Mask(key));
        return text;
    }

    /// <summary>A failure whose text quotes the key, or cannot be read, becomes one of its kind that does not; any other stays as it is.</summary>
    public static Exception Remove(Exception failure, string key)
    {
        string? text = ExceptionText.GetText(failure);
        if (text is not null && ReferenceEquals(Remove(text, key), text)) return failure;
        string message = Remove(ExceptionText.GetMessage(failure), key);
        return failure switch
        {
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, message, inner: null, http.StatusCode),
            OperationCanceledException => new OperationCanceledException(message),
            InvalidDataException => new InvalidDataException(message),
            JsonException => new JsonException(message),
            _ => new IOException($"{failure.GetType().Name}: {message}"),
        };
    }
}

/// <summary>Writes a masked key, and reads one as it is: options may come from JSON, the key never goes there.</summary>
internal sealed class MaskedKeyConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(MaskedKey.Mask(value));
}
