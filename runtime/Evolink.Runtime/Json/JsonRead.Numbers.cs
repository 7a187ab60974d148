using System.Buffers;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

public static partial class JsonRead
{
    /// <summary>Reads a whole number of 32 bits. <c>5.0</c> and <c>5e0</c> are whole.</summary>
    /// <exception cref="JsonException">It is no number, has a fraction, or does not fit.</exception>
    public static int? Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return WholeNumber(ref reader) is long value and >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw Unexpected(ref reader, "a whole number of 32 bits");
    }

    /// <summary>Reads a whole number of 64 bits. <c>5.0</c> and <c>5e0</c> are whole.</summary>
    /// <exception cref="JsonException">It is no number, has a fraction, or does not fit.</exception>
    public static long? Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return WholeNumber(ref reader) ?? throw Unexpected(ref reader, "a whole number of 64 bits");
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="JsonException">It is no number, or larger than a double can be.</exception>
    public static double? Double(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out double value) && double.IsFinite(value) => value,
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a number that fits a double"),
    };

    /// <summary>Reads a number, with up to 28 digits as they are written.</summary>
    /// <exception cref="JsonException">It is no number, or larger than a decimal can be.</exception>
    public static decimal? Decimal(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDecimal(out decimal value) => value,
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a number that fits a decimal"),
    };

    private static long? WholeNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return null;
        }

        if (reader.TryGetInt64(out long value))
        {
            return value;
        }

        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return ScientificNumber.TryParse(text, out ScientificNumber number) ? number.ToInt64() : null;
    }
}
