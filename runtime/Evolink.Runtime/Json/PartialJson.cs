using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>Reads JSON whose end may be missing, and prints the beginning of it.</summary>
internal static class PartialJson
{
    private const int MaximumLength = 4000;
    private const int MaximumText = 300;

    /// <summary>A reader that stops where the JSON does.</summary>
    public static Utf8JsonReader Start(ReadOnlySpan<byte> json, bool isWhole) =>
        new(json, isFinalBlock: isWhole, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));

    /// <summary>Prints on one line; what is left out is shown as <c>…</c>.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="isWhole">Whether it has its end.</param>
    /// <param name="withBraces">Whether the braces or brackets of the value itself are printed.</param>
    public static void Print(StringBuilder builder, ReadOnlySpan<byte> json, bool isWhole, bool withBraces)
    {
        int end = builder.Length + MaximumLength;
        Utf8JsonReader reader = Start(json, isWhole);
        bool needsComma = false;
        while (reader.Read())
        {
            bool isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (!withBraces && reader.CurrentDepth == 0)
            {
                continue;
            }

            if (builder.Length > end)
            {
                isWhole = false;
                break;
            }

            builder.Append(needsComma && !isEnd ? ", " : "");
            PrintToken(builder, ref reader);
            needsComma = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
        }

        builder.Append(isWhole ? "" : "…");
    }

    private static void PrintToken(StringBuilder builder, ref Utf8JsonReader reader) => _ = reader.TokenType switch
    {
        JsonTokenType.StartObject => builder.Append('{'),
        JsonTokenType.EndObject => builder.Append('}'),
        JsonTokenType.StartArray => builder.Append('['),
        JsonTokenType.EndArray => builder.Append(']'),
        JsonTokenType.PropertyName => PrintText(builder, ref reader).Append(": "),
        JsonTokenType.String => PrintText(builder, ref reader),
        _ => builder.Append(Encoding.UTF8.GetString(reader.ValueSpan)),
    };

    private static StringBuilder PrintText(StringBuilder builder, ref Utf8JsonReader reader)
    {
        string text = reader.GetString()!;
        int length = text.Length <= MaximumText ? text.Length : char.IsHighSurrogate(text[MaximumText - 1]) ? MaximumText - 1 : MaximumText;
        builder.Append('"');
        foreach (char c in text.AsSpan(0, length))
        {
            // JSON's encoders also escape what a reader wants to see: emoji, signs of HTML.
            _ = c is '"' or '\\' ? builder.Append('\\').Append(c)
                : c == '\n' ? builder.Append("\\n")
                : char.IsControl(c) || c is '\u2028' or '\u2029' ? builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
                : builder.Append(c);
        }

        return builder.Append(length < text.Length ? "…\"" : "\"");
    }
}
