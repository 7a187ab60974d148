using System.Globalization;
using System.Text;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Http.Parameters;

/// <summary>Texts as they may stand in an address or a header.</summary>
internal static class ParameterText
{
    // Reserved, and still kept apart: these would end the query, the value or a space of it.
    private const string Reserved = ":/?@!$'()*,;=";

    public static Func<string, string> Escaped { get; } = Uri.EscapeDataString;

    /// <summary>Headers are not escaped.</summary>
    public static Func<string, string> Plain { get; } = static text => text;

    /// <summary>Escaped but for reserved characters, and for what is escaped already: OpenAPI's <c>allowReserved</c>.</summary>
    public static Func<string, string> KeepReserved { get; } = EscapeAllButReserved;

    /// <summary>A parameter's text, escaped.</summary>
    /// <exception cref="ArgumentException">It holds half of a surrogate pair, which would be sent as another text.</exception>
    public static string Escape(string name, string text)
    {
        ThrowIfIllFormed(name, text);
        return Uri.EscapeDataString(text);
    }

    /// <inheritdoc cref="Escape" path="/exception"/>
    public static void ThrowIfIllFormed(string name, string? text)
    {
        if (!UnicodeText.IsValid(text)) throw new ArgumentException($"The parameter '{name}' {UnicodeText.Problem}.", name);
    }

    public static string? Format(bool? value) => value switch { null => null, true => "true", false => "false" };

    public static string? Format(IFormattable? value) => value switch
    {
        null => null,
        // As in JSON: without a fraction of zeros.
        DateTimeOffset moment => JsonText.Format(moment),
        DateOnly date => JsonText.Format(date),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };

    private static string EscapeAllButReserved(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            bool isTriplet = text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);
            if (isTriplet || Reserved.Contains(text[at], StringComparison.Ordinal))
            {
                escaped.Append(text[at]);
                continue;
            }

            int length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            escaped.Append(Uri.EscapeDataString(text.AsSpan(at, length)));
            at += length - 1;
        }

        return escaped.ToString();
    }
}
