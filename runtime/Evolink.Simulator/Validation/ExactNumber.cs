using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>
/// A JSON number as it is written, <c>Digits × 10^Exponent</c>, without the rounding of a double. Digits never end in a zero,
/// so that equal numbers have equal parts.
/// </summary>
internal readonly record struct ExactNumber : IComparable<ExactNumber>
{
    // Far beyond what any schema bounds; keeps arithmetic on exponents from overflowing.
    private const long ExponentLimit = 1_000_000_000_000_000;

    private readonly int _length;

    private ExactNumber(BigInteger digits, int length, long exponent) => (Digits, _length, Exponent) = (digits, length, exponent);

    public BigInteger Digits { get; }

    public long Exponent { get; }

    public bool IsInteger => Exponent >= 0;

    /// <summary>Whether adding it to another number of which this holds takes little room; every double and decimal is one.</summary>
    public bool CanBeAdded => Math.Abs(Exponent) < 1000 && _length < 1000;

    public static ExactNumber From(BigInteger number) => Parse(number.ToString(CultureInfo.InvariantCulture));

    public static ExactNumber Read(JsonElement number) => Parse(number.GetRawText());

    public static ExactNumber Parse(string text)
    {
        int mark = text.AsSpan().IndexOfAny('e', 'E');
        string mantissa = mark < 0 ? text : text[..mark];
        long exponent = mark < 0 ? 0 : Bounded(BigInteger.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

        bool negative = mantissa.StartsWith('-');
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) exponent -= mantissa.Length - point - 1;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0');
        string significant = digits.TrimEnd('0');
        if (significant.Length == 0) return default;

        BigInteger value = BigInteger.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        return new ExactNumber(negative ? -value : value, significant.Length, exponent + digits.Length - significant.Length);
    }

    public int CompareTo(ExactNumber other)
    {
        if (Digits.Sign != other.Digits.Sign || Digits.IsZero) return Digits.Sign.CompareTo(other.Digits.Sign);

        // The power of ten of the first digit decides unless it is the same; then the exponents are as near as the digits are few.
        int magnitude = (_length + Exponent).CompareTo(other._length + other.Exponent);
        if (magnitude != 0) return magnitude * Digits.Sign;
        long common = Math.Min(Exponent, other.Exponent);
        return Scaled(Exponent - common).CompareTo(other.Scaled(other.Exponent - common));
    }

    /// <summary>Whether this number is a whole multiple of a positive <paramref name="divisor"/>.</summary>
    public bool IsMultipleOf(ExactNumber divisor)
    {
        if (Digits.IsZero) return true;

        long shift = Exponent - divisor.Exponent;
        if (shift >= 0) return (Digits * BigInteger.ModPow(10, shift, divisor.Digits) % divisor.Digits).IsZero;
        return -shift < _length && (Digits % divisor.Scaled(-shift)).IsZero;
    }

    public ExactNumber Negate() => new(-Digits, _length, Exponent);

    public ExactNumber Add(ExactNumber other)
    {
        long common = Math.Min(Exponent, other.Exponent);
        BigInteger sum = Scaled(Exponent - common) + other.Scaled(other.Exponent - common);
        return Parse($"{sum.ToString(CultureInfo.InvariantCulture)}e{common.ToString(CultureInfo.InvariantCulture)}");
    }

    public ExactNumber Times(BigInteger factor) => Parse($"{(Digits * factor).ToString(CultureInfo.InvariantCulture)}e{Exponent.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The number as it would be written in JSON.</summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
        string text = Exponent >= 0 && Exponent < 30 ? digits + new string('0', (int)Exponent)
            : Exponent < 0 && Exponent > -30 ? digits.PadLeft(1 - (int)Exponent, '0').Insert(Math.Max(digits.Length, 1 - (int)Exponent) + (int)Exponent, ".")
            : $"{digits}e{Exponent.ToString(CultureInfo.InvariantCulture)}";
        return Digits.Sign < 0 ? "-" + text : text;
    }

    private BigInteger Scaled(long powerOfTen) => Digits * BigInteger.Pow(10, checked((int)powerOfTen));

    private static long Bounded(BigInteger exponent) => (long)BigInteger.Clamp(exponent, -ExponentLimit, ExponentLimit);
}
