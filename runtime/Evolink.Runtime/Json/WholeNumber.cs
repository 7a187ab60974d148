using System.Buffers;
using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>Reads a whole number, however it is written: <c>5</c>, <c>5.0</c>, <c>5e0</c>.</summary>
internal static class WholeNumber
{
    /// <summary>The number; null where it is none, has a fraction, or does not fit.</summary>
    public static long? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return null;
        }

        if (reader.TryGetInt64(out long value))
        {
            return value;
        }

        return Whole(ref reader) is { } whole && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null;
    }

    /// <summary>As <see cref="Read"/>, of 64 bits without a sign.</summary>
    public static ulong? ReadUnsigned(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return null;
        }

        if (reader.TryGetUInt64(out ulong value))
        {
            return value;
        }

        return Whole(ref reader) is { } whole && whole >= ulong.MinValue && whole <= ulong.MaxValue ? (ulong)whole : null;
    }

    private static Int128? Whole(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return ScientificNumber.TryParse(text, out ScientificNumber number) ? number.ToWhole() : null;
    }
}
