using System.Globalization;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Validation;

/// <summary>
/// <c>multipleOf</c> over doubles, by the decimal digits that are sent: 0.3 is a multiple of 0.1, though no double is
/// exactly either, and 0.30000000000000004 is not.
/// </summary>
internal static class ExactMultiple
{
    public static bool Is(double value, decimal divisor)
    {
        Span<byte> text = stackalloc byte[32];
        if (!double.IsFinite(value)
            || !value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture)
            || !ScientificNumber.TryParse(text[..length], out ScientificNumber number))
        {
            return false;
        }

        // value = digits × 10^e and divisor = mantissa × 10^-scale: what remains of digits × 10^(e+scale) by the mantissa?
        (UInt128 mantissa, int scale) = Parts(divisor);
        int exponent = number.Exponent + scale;
        if (number.Digits == 0 || exponent < 0)
        {
            // The digits do not end in a zero, so a negative exponent leaves a fraction.
            return number.Digits == 0;
        }

        UInt128 remainder = number.Digits % mantissa;
        for (int i = 0; i < exponent && remainder != 0; i++)
        {
            remainder = remainder * 10 % mantissa;
        }

        return remainder == 0;
    }

    private static (UInt128 Mantissa, int Scale) Parts(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        UInt128 mantissa = ((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0];
        return (mantissa, (bits[3] >> 16) & 0xFF);
    }
}
