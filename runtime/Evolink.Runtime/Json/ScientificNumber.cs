namespace Evolink.Runtime.Json;

/// <summary>
/// A number as it is written, without loss: <c>±Digits × 10^Exponent</c>, where the digits do not end in a zero. Tells
/// exactly what a double or a decimal would round away: whether there is a fraction, and what divides the number.
/// </summary>
internal readonly record struct ScientificNumber(bool IsNegative, ulong Digits, int Exponent)
{
    // Far beyond every double and decimal, and far from overflowing an int.
    private const int ExponentLimit = 1_000_000_000;

    /// <summary>Parses a JSON number, or a double in its invariant text. False where it has more than 19 significant digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ScientificNumber number)
    {
        number = default;
        bool isNegative = text is [(byte)'-', ..];
        ulong digits = 0;
        long exponent = 0;
        long zeros = 0; // not yet written into the digits: they count only if another digit follows
        bool afterPoint = false;

        int at = isNegative ? 1 : 0;
        for (; at < text.Length && text[at] is not ((byte)'e' or (byte)'E'); at++)
        {
            if (text[at] == (byte)'.')
            {
                afterPoint = true;
                continue;
            }

            exponent -= afterPoint ? 1 : 0;
            if (text[at] == (byte)'0')
            {
                zeros++;
                continue;
            }

            if (!TryAppend(ref digits, zeros, text[at] - (byte)'0'))
            {
                return false;
            }

            zeros = 0;
        }

        if (digits == 0)
        {
            return true;
        }

        exponent += zeros + (at < text.Length ? WrittenExponent(text[(at + 1)..]) : 0);
        number = new(isNegative, digits, (int)Math.Clamp(exponent, -ExponentLimit, ExponentLimit));
        return true;
    }

    /// <summary>The number without a fraction; null where it has one, or has more than 39 digits.</summary>
    public Int128? ToWhole()
    {
        if (Exponent is < 0 or > 19)
        {
            return Digits == 0 ? 0 : null;
        }

        Int128 value = Digits;
        for (int i = 0; i < Exponent; i++)
        {
            value *= 10;
        }

        return IsNegative ? -value : value;
    }

    private static bool TryAppend(ref ulong digits, long zeros, int digit)
    {
        // Leading zeros are no digits.
        if (digits == 0)
        {
            digits = (ulong)digit;
            return true;
        }

        if (zeros > 19)
        {
            return false;
        }

        UInt128 value = digits;
        for (long i = 0; i <= zeros; i++)
        {
            value *= 10;
        }

        value += (uint)digit;
        digits = (ulong)value;
        return value <= ulong.MaxValue;
    }

    private static long WrittenExponent(ReadOnlySpan<byte> text)
    {
        bool isNegative = text is [(byte)'-', ..];
        long exponent = 0;
        foreach (byte digit in text.TrimStart("+-"u8))
        {
            exponent = Math.Min((exponent * 10) + (digit - (byte)'0'), 10L * ExponentLimit);
        }

        return isNegative ? -exponent : exponent;
    }
}
