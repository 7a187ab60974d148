using System.Text.Json;

namespace Evolink;

public static partial class JsonRead
{
    /// <summary>The string that a member of the object ahead has, without moving; null where it has none.</summary>
    /// <param name="reader">A copy, on the object's start.</param>
    /// <param name="name">The member's name.</param>
    public static string? Peek(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        TryFind(ref reader, name) && reader.TokenType == JsonTokenType.String ? LenientRead.DecodedText(ref reader) : null;

    /// <summary>The number that a member of the object ahead is, without moving; null where it is none. <c>17</c> and <c>17.0</c> are one number.</summary>
    /// <inheritdoc cref="Peek"/>
    public static decimal? PeekNumber(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        TryFind(ref reader, name) && reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal value) ? value : null;

    /// <summary>Whether a member of the object ahead is true, without moving; null where it is no boolean.</summary>
    /// <inheritdoc cref="Peek"/>
    public static bool? PeekBoolean(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        TryFind(ref reader, name) && reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : null;

    /// <summary>Whether the object ahead has a member that is not null, without moving.</summary>
    /// <inheritdoc cref="Peek"/>
    public static bool Has(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        TryFind(ref reader, name) && reader.TokenType != JsonTokenType.Null;

    private static bool TryFind(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = DecodedEquals(ref reader, name);
            if (!reader.Read() || found)
            {
                return found;
            }

            // Not Skip, which refuses a reader whose document goes on in another block.
            if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }
}
