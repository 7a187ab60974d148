using System.Globalization;
using System.Numerics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Evolink.Codegen.Parsing;

/// <summary>
/// The types of plain scalars by the core schema of YAML 1.2: <c>on</c>, <c>no</c>, <c>16:9</c> and <c>2024-01-01</c> are
/// strings. Infinities and NaN are strings too, as JSON has no such numbers.
/// </summary>
internal static class CoreSchema
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    // Long enough for any integer that a spec can mean, short enough to convert at once.
    private const int MaxRadixDigits = 64;

    public static (SpecNodeKind Kind, string Text) Resolve(Scalar scalar, string value)
    {
        if (scalar.Tag.IsEmpty) return scalar.Style == ScalarStyle.Plain ? ResolvePlain(value) : (SpecNodeKind.String, value);

        // A tag that the text does not fit, or that is not the core schema's, leaves the text a string.
        (SpecNodeKind Kind, string Text) resolved = ResolvePlain(value);
        bool fits = scalar.Tag.Value switch
        {
            TagPrefix + "null" => resolved.Kind == SpecNodeKind.Null,
            TagPrefix + "bool" => resolved.Kind == SpecNodeKind.Boolean,
            TagPrefix + "int" or TagPrefix + "float" => resolved.Kind == SpecNodeKind.Number,
            TagPrefix + "str" or "!" => false,
            _ => scalar.Style == ScalarStyle.Plain,
        };
        return fits ? resolved : (SpecNodeKind.String, value);
    }

    private static (SpecNodeKind Kind, string Text) ResolvePlain(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (SpecNodeKind.Null, "null"),
        "true" or "True" or "TRUE" => (SpecNodeKind.Boolean, "true"),
        "false" or "False" or "FALSE" => (SpecNodeKind.Boolean, "false"),
        _ => NumberText(value) is { } number ? (SpecNodeKind.Number, number) : (SpecNodeKind.String, value),
    };

    private static string? NumberText(string value)
    {
        if (value[0] is not ('-' or '+' or '.' or (>= '0' and <= '9'))) return null;
        if (value.StartsWith("0x", System.StringComparison.Ordinal)) return FromRadix(value, 16);
        if (value.StartsWith("0o", System.StringComparison.Ordinal)) return FromRadix(value, 8);

        // [-+]? digits (. digits)? ([eE] [-+]? digits)?, with a digit before or after the point.
        int start = value[0] is '-' or '+' ? 1 : 0;
        int point = SkipDigits(value, start);
        bool hasPoint = point < value.Length && value[point] == '.';
        int exponent = hasPoint ? SkipDigits(value, point + 1) : point;
        (string whole, string fraction) = (value.Substring(start, point - start), hasPoint ? value.Substring(point + 1, exponent - point - 1) : "");
        if (whole.Length + fraction.Length == 0 || !IsExponentOrEnd(value, exponent)) return null;

        // JSON wants digits on both sides of the point, no plus and no leading zero; all other digits stay.
        string sign = value[0] == '-' ? "-" : "";
        whole = whole.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
        if (hasPoint) fraction = "." + (fraction.Length == 0 ? "0" : fraction);
        return sign + whole + fraction + value.Substring(exponent);
    }

    private static bool IsExponentOrEnd(string value, int index)
    {
        if (index == value.Length) return true;
        if (value[index] is not ('e' or 'E')) return false;

        int digits = index + 1 < value.Length && (value[index + 1] is '-' or '+') ? index + 2 : index + 1;
        return digits < value.Length && SkipDigits(value, digits) == value.Length;
    }

    private static int SkipDigits(string value, int index)
    {
        while (index < value.Length && value[index] is >= '0' and <= '9') index++;
        return index;
    }

    private static string? FromRadix(string value, int radix)
    {
        if (value.Length == 2 || value.Length > MaxRadixDigits) return null;

        BigInteger number = BigInteger.Zero;
        foreach (char character in value.Substring(2))
        {
            int digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(character));
            if (digit < 0 || digit >= radix) return null;
            number = (number * radix) + digit;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
