using System.Text;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

public static partial class JsonRead
{
    // A message shows what was found, but never a whole document or a prompt.
    private const int ShownLength = 40;

    /// <summary>The exception for well-formed JSON that is not of the type that is due.</summary>
    public static JsonException Unfit(string message) => new UnfitJsonException(message);

    private static UnfitJsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new($"Expected {expected}, found {Found(ref reader)}.");

    private static string Found(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "the number " + Shortened(RawText(ref reader)),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.PropertyName => "a member name",
        JsonTokenType.EndObject => "the end of an object",
        JsonTokenType.EndArray => "the end of an array",
        _ => "nothing",
    };

    private static string Shortened(string text) =>
        text.Length <= ShownLength ? text : string.Concat(text.AsSpan(0, ShownLength), "…");

    private static string RawText(ref Utf8JsonReader reader) => reader.HasValueSequence
        ? Encoding.UTF8.GetString(reader.ValueSequence)
        : Encoding.UTF8.GetString(reader.ValueSpan);

    internal static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The JSON ends in the middle of a value.");
        }
    }

    // The reader itself answers text that is no Unicode (a lone surrogate, a broken UTF-8 sequence) with an
    // InvalidOperationException; for whoever reads a document that is bad JSON like any other.
    private static string DecodedText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new UnfitJsonException("A string is not valid Unicode.", e);
        }
    }
}
