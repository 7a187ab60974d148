using System.Buffers;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Json;

/// <summary>
/// The one door for JSON that a server sent. What passes it can be read by a <see cref="Utf8JsonReader"/> without an exception for what
/// stands in a string: valid UTF-8, no half of a surrogate pair, no raw control character, no unknown escape; and between strings only ASCII.
/// </summary>
/// <remarks>One bad character in a member that nobody needs must not hide a paid task's id or its results.</remarks>
internal static class WireJson
{
    // One level less than every reader of .NET takes by default, so that what is kept raw can be read again anywhere.
    private const int MaxDepth = 63;

    /// <summary>The same bytes where they are clean, which they nearly always are; else a repaired copy.</summary>
    public static ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = WireText.Utf8(body);
        return text == body && IsClean(text) ? text : WireJsonRepair.Repair(text);
    }

    /// <summary>A reader over cleaned bytes, which may be cut off and may nest to any depth: it keeps no call stack.</summary>
    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));

    /// <summary>Parses the first value of a body; null for one that is cut off or no JSON. What follows the value does not matter.</summary>
    public static JsonElement? Parse(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = Reader(Clean(body));
        try
        {
            return JsonElement.TryParseValue(ref reader, out JsonElement? value) ? value : null;
        }
        catch (JsonException)
        {
            // Whoever shows the body shows its text.
            return null;
        }
    }

    /// <summary>A copy of one whole value in which null stands for what is nested deeper than readers of JSON commonly go.</summary>
    public static byte[] Shallow(ReadOnlySpan<byte> json)
    {
        if (json.Count((byte)'{') + json.Count((byte)'[') <= MaxDepth) return json.ToArray();
        ArrayBufferWriter<byte> kept = new(json.Length);
        Utf8JsonReader reader = Reader(json);
        int copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || reader.CurrentDepth < MaxDepth) continue;
            kept.Write(json[copied..(int)reader.TokenStartIndex]);
            kept.Write("null"u8);
            if (!reader.TrySkip()) break;
            copied = (int)reader.BytesConsumed;
        }

        kept.Write(json[copied..]);
        return kept.WrittenSpan.ToArray();
    }

    private static bool IsClean(ReadOnlySpan<byte> text) =>
        text.IndexOf("NaN"u8) < 0 && text.IndexOf("Infinity"u8) < 0 && WireJsonRepair.AreEscapesGood(text)
        && (!text.ContainsAnyInRange((byte)0, (byte)0x1F) || !WireJsonRepair.HasRawControls(text))
        && (Ascii.IsValid(text) || !WireJsonRepair.HasNoise(text));
}
