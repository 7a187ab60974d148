using System;
using System.Globalization;
using System.Numerics;

namespace Evolink.Codegen.Schemas;

/// <summary>ExactNumbers of a specification, read from their JSON text without loss.</summary>
internal static class ExactNumbers
{
    /// <summary>A text with more digits than this after its exponent is written out says nothing about a C# number.</summary>
    private const int MostDigits = 400;

    /// <summary>Whether the text is a whole number: <c>5</c>, <c>5.0</c> and <c>5e2</c> are.</summary>
    public static bool IsInteger(string text) => TryInteger(text, out _);

    public static bool TryInteger(string text, out BigInteger value)
    {
        value = default;
        if (!TryParts(text, out bool negative, out string digits, out int exponent))
        {
            return false;
        }

        if (exponent < 0)
        {
            int fraction = Math.Min(-exponent, digits.Length);
            if (digits.Substring(digits.Length - fraction).Trim('0').Length > 0)
            {
                return false;
            }

            digits = digits.Substring(0, digits.Length - fraction);
            exponent = 0;
        }

        if (digits.Length + exponent > MostDigits)
        {
            return false;
        }

        string written = digits.Length == 0 ? "0" : digits + new string('0', exponent);
        value = BigInteger.Parse(written, NumberStyles.None, CultureInfo.InvariantCulture);
        value = negative ? -value : value;
        return true;
    }

    /// <summary>The smallest integer at or above the number, or the largest at or below it.</summary>
    public static bool TryRound(string text, bool up, out BigInteger value)
    {
        if (TryInteger(text, out value))
        {
            return true;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return false;
        }

        value = new BigInteger(up ? decimal.Ceiling(number) : decimal.Floor(number));
        return true;
    }

    /// <summary>One text for each number: <c>1.0</c>, <c>1</c> and <c>10e-1</c> give the same.</summary>
    public static string Normalise(string text) =>
        TryInteger(text, out BigInteger integer)
            ? integer.ToString(CultureInfo.InvariantCulture)
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                ? number.ToString("G29", CultureInfo.InvariantCulture)
                : text;

    private static bool TryParts(string text, out bool negative, out string digits, out int exponent)
    {
        negative = text.StartsWith("-", StringComparison.Ordinal);
        string mantissa = negative || text.StartsWith("+", StringComparison.Ordinal) ? text.Substring(1) : text;
        exponent = 0;
        digits = "";
        int e = mantissa.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            if (!int.TryParse(mantissa.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs((long)exponent) > MostDigits)
            {
                return false;
            }

            mantissa = mantissa.Substring(0, e);
        }

        int point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        digits = mantissa.TrimStart('0');
        foreach (char c in mantissa)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return mantissa.Length > 0;
    }
}
