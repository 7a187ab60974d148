using System.Text;
using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>What every function that reads JSON does with single tokens: moves on, decodes, and says what it found in the place of what is due.</summary>
internal static class JsonToken
{
    // A message shows what was found, but never a whole document or a prompt.
    private const int ShownLength = 40;

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    public static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The JSON ends in the middle of a value.");
        }
    }

    /// <summary>Whether an object begins here; false for null.</summary>
    /// <exception cref="JsonException">Something else begins here.</exception>
    public static bool StartsObject(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected(ref reader, "an object"),
    };

    /// <summary>Whether an array begins here; false for null.</summary>
    /// <exception cref="JsonException">Something else begins here.</exception>
    public static bool StartsArray(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected(ref reader, "an array"),
    };

    /// <summary>Moves to the next item of an array; false at the array's end.</summary>
    public static bool NextItem(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Whether the text that the reader stands on is this one. Text that is no Unicode is no text that a specification has.</summary>
    public static bool TextEquals(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The text of a string or a name.</summary>
    /// <exception cref="UnfitJsonException">It is no Unicode: the reader's own InvalidOperationException would not look like bad JSON.</exception>
    public static string Text(ref Utf8JsonReader reader)
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

    /// <summary>The token as it is written.</summary>
    public static string RawText(ref Utf8JsonReader reader) => reader.HasValueSequence
        ? Encoding.UTF8.GetString(reader.ValueSequence)
        : Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>The exception for a token in the place of something else.</summary>
    public static UnfitJsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
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
}
