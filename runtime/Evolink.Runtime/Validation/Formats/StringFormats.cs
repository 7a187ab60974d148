using System.Buffers.Text;
using Evolink.Runtime.Validation.Addresses;

namespace Evolink.Runtime.Validation.Formats;

internal static class StringFormats
{
    public static bool IsValid(string text, StringFormat format) => format switch
    {
        StringFormat.Date => TimeFormats.IsDate(text),
        StringFormat.Time => TimeFormats.IsTime(text),
        StringFormat.DateTime => TimeFormats.IsDateTime(text),
        StringFormat.Duration => TimeFormats.IsDuration(text),
        StringFormat.Email => NameFormats.IsEmail(text),
        StringFormat.Hostname => NameFormats.IsHostname(text),
        StringFormat.IPv4 => IPv4Text.TryParsePlain(text, out _),
        StringFormat.IPv6 => IPv6Text.TryParse(text, out _),
        StringFormat.Uri => UriSyntax.IsUri(text),
        StringFormat.UriReference => UriSyntax.IsReference(text),
        StringFormat.Uuid => text.Length == 36 && Guid.TryParseExact(text, "D", out _),
        StringFormat.Byte => Base64.IsValid(text.AsSpan()),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public static string Describe(StringFormat format) => format switch
    {
        StringFormat.Date => "a date (yyyy-MM-dd)",
        StringFormat.Time => "a time with its offset (12:30:00Z)",
        StringFormat.DateTime => "a date and time with its offset (2026-01-31T12:30:00Z)",
        StringFormat.Duration => "a duration (P1DT12H)",
        StringFormat.Email => "a mail address",
        StringFormat.Hostname => "a host name",
        StringFormat.IPv4 => "an IPv4 address",
        StringFormat.IPv6 => "an IPv6 address",
        StringFormat.Uri => "an absolute URI",
        StringFormat.UriReference => "a URI or a relative reference",
        StringFormat.Uuid => "a UUID",
        StringFormat.Byte => "Base64",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
