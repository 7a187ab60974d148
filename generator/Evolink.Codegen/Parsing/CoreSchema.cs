using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
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

    private static readonly Regex s_decimal = new(
        @"^(?<sign>[-+]?)(?<whole>[0-9]*)(?:(?<point>\.)(?<fraction>[0-9]*))?(?<exponent>[eE][-+]?[0-9]+)?\z",
        RegexOptions.CultureInvariant);

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

        Match match = s_decimal.Match(value);
        (string whole, string fraction) = (match.Groups["whole"].Value, match.Groups["fraction"].Value);
        if (!match.Success || whole.Length + fraction.Length == 0) return null;

        // JSON wants digits on both sides of the point, no plus and no leading zero; all other digits stay.
        string sign = match.Groups["sign"].Value == "-" ? "-" : "";
        whole = whole.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
        if (match.Groups["point"].Success) fraction = "." + (fraction.Length == 0 ? "0" : fraction);
        return sign + whole + fraction + match.Groups["exponent"].Value;
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
