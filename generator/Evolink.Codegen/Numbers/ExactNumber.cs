using System;
using System.Globalization;
using System.Numerics;

namespace Evolink.Codegen.Numbers;

/// <summary>
/// A JSON number without loss: <c>±Digits × 10^Exponent</c>, where the digits neither begin nor end with a zero. Each number has one such form, so that
/// <c>1.0</c>, <c>1</c> and <c>10e-1</c> are equal. The digits stay text, since a document may hold millions of them.
/// </summary>
internal readonly record struct ExactNumber
{
    /// <summary>An integer of more digits than this says nothing about a C# number.</summary>
    private const int MostDigits = 400;

    /// <summary>Far beyond every C# number, and far from overflowing an int.</summary>
    private const int LargestExponent = 1_000_000_000;

    private ExactNumber(bool isNegative, string digits, int exponent) => (IsNegative, Digits, Exponent) = (isNegative, digits, exponent);

    public bool IsNegative { get; }

    /// <summary>Empty for zero.</summary>
    public string Digits { get; }

    public int Exponent { get; }

    public bool IsPositive => !IsNegative && Digits.Length > 0;

    /// <summary>Reads the text of a JSON number; a leading plus is allowed too.</summary>
    public static bool TryParse(string text, out ExactNumber number)
    {
        number = default;
        bool isNegative = text.StartsWith("-", StringComparison.Ordinal);
        int start = isNegative || text.StartsWith("+", StringComparison.Ordinal) ? 1 : 0;
        int end = text.IndexOfAny(['e', 'E']);
        long exponent = 0;
        if (end >= 0 && !TryParseExponent(text.Substring(end + 1), out exponent))
        {
            return false;
        }

        string mantissa = text.Substring(start, (end < 0 ? text.Length : end) - start);
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (digits.Length == 0 || !IsAllDigits(digits))
        {
            return false;
        }

        exponent -= point < 0 ? 0 : digits.Length - point;
        string significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        significant = significant.TrimStart('0');
        number = significant.Length == 0
            ? new ExactNumber(false, "", 0)
            : new ExactNumber(isNegative, significant, (int)Math.Max(-LargestExponent, Math.Min(LargestExponent, exponent)));
        return true;
    }

    /// <summary>Whether the text is an integer that a C# number could be: <c>5</c>, <c>5.0</c> and <c>5e2</c> are.</summary>
    public static bool IsInteger(string text) => TryParseInteger(text, out _);

    /// <summary>The number in the text as an integer. False where it is none, or larger than any C# number.</summary>
    public static bool TryParseInteger(string text, out BigInteger value)
    {
        value = default;
        return TryParse(text, out ExactNumber number) && number.TryToInteger(out value);
    }

    /// <summary>The number in the text as a count. Null where it is none from 0 to 2147483647, in whatever notation.</summary>
    public static int? ParseCount(string text) =>
        TryParseInteger(text, out BigInteger value) && value.Sign >= 0 && value <= int.MaxValue ? (int)value : null;

    /// <summary>The shortest text of a number as a C# decimal; null where a decimal cannot hold it.</summary>
    public static string? ParseDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number.ToString("G29", CultureInfo.InvariantCulture) : null;

    /// <summary>The smallest integer at or above the number in the text, or the largest at or below it. False where it is larger than any C# number.</summary>
    public static bool TryRound(string text, bool up, out BigInteger value)
    {
        value = default;
        return TryParse(text, out ExactNumber number) && (number.Exponent >= 0 ? number.TryToInteger(out value) : number.TryRoundFraction(up, out value));
    }

    /// <summary>Which of two numbers is the larger: below 0 where the other one is.</summary>
    public int CompareTo(ExactNumber other)
    {
        int sign = Sign, otherSign = other.Sign;
        if (sign != otherSign || sign == 0)
        {
            return sign.CompareTo(otherSign);
        }

        // Without zeros at either end, the number of places decides, and then the first digit that differs.
        int places = ((long)Digits.Length + Exponent).CompareTo((long)other.Digits.Length + other.Exponent);
        return sign * (places != 0 ? places : string.CompareOrdinal(Digits, other.Digits));
    }

    private int Sign => Digits.Length == 0 ? 0 : IsNegative ? -1 : 1;

    public override string ToString() => $"{(IsNegative ? "-" : "")}{Digits}e{Exponent.ToString(CultureInfo.InvariantCulture)}";

    private bool TryRoundFraction(bool up, out BigInteger value)
    {
        int whole = Digits.Length + Exponent;
        value = default;
        if (whole > MostDigits)
        {
            return false;
        }

        // Without its fraction a number is nearer to zero, so that only one of the two directions needs one more.
        value = whole <= 0 ? BigInteger.Zero : BigInteger.Parse(Digits.Substring(0, whole), NumberStyles.None, CultureInfo.InvariantCulture);
        value = IsNegative ? -value - (up ? 0 : 1) : value + (up ? 1 : 0);
        return true;
    }

    private bool TryToInteger(out BigInteger value)
    {
        value = default;
        if (Exponent < 0 || Digits.Length + (long)Exponent > MostDigits)
        {
            return false;
        }

        value = Digits.Length == 0 ? BigInteger.Zero : BigInteger.Parse(Digits + new string('0', Exponent), NumberStyles.None, CultureInfo.InvariantCulture);
        value = IsNegative ? -value : value;
        return true;
    }

    /// <summary>An exponent of any length; one beyond every C# number is as good as the largest.</summary>
    private static bool TryParseExponent(string text, out long exponent)
    {
        bool isNegative = text.StartsWith("-", StringComparison.Ordinal);
        string digits = isNegative || text.StartsWith("+", StringComparison.Ordinal) ? text.Substring(1) : text;
        exponent = 0;
        foreach (char digit in digits)
        {
            exponent = Math.Min((exponent * 10) + (digit - '0'), 10L * LargestExponent);
        }

        exponent = isNegative ? -exponent : exponent;
        return digits.Length > 0 && IsAllDigits(digits);
    }

    private static bool IsAllDigits(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
