using System.Globalization;
using System.Numerics;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Validation;

/// <summary>A sum without loss, <c>Digits × 10^Exponent</c>: 0.3 - 0.1 is 0.2, and 1e30 + 1 is more than 1e30.</summary>
internal readonly record struct ExactTotal(BigInteger Digits, int Exponent)
{
    /// <summary>By the decimal digits that are sent.</summary>
    public static ExactTotal From(double value)
    {
        // No finite double has more digits than such a number.
        Span<byte> text = stackalloc byte[32];
        _ = value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        _ = ScientificNumber.TryParse(text[..length], out ScientificNumber number);
        return new(number.IsNegative ? -(BigInteger)number.Digits : number.Digits, number.Exponent);
    }

    public static ExactTotal From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        // The conversion from a decimal would allocate.
        BigInteger digits = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return new(value < 0 ? -digits : digits, -scale);
    }

    public ExactTotal Negate() => this with { Digits = -Digits };

    public ExactTotal Add(ExactTotal other)
    {
        int common = Math.Min(Exponent, other.Exponent);
        return new(DigitsAt(common) + other.DigitsAt(common), common);
    }

    public int CompareTo(decimal bound) => Add(From(-bound)).Digits.Sign;

    /// <summary>As people write it, without an exponent where it has few digits.</summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
        string sign = Digits.Sign < 0 ? "-" : "";
        if (Exponent >= 0)
        {
            return sign + (Digits.IsZero ? "0" : digits + new string('0', Exponent));
        }

        string padded = digits.PadLeft(1 - Exponent, '0');
        string fraction = padded[^-Exponent..].TrimEnd('0');
        return $"{sign}{padded[..^-Exponent]}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }

    private BigInteger DigitsAt(int exponent) => exponent == Exponent ? Digits : Digits * BigInteger.Pow(10, Exponent - exponent);
}
