using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Evolink.Simulation.Validation;

/// <summary>The formats that are checked; any other is an annotation.</summary>
internal static partial class StringFormats
{
    private static readonly FrozenDictionary<string, Func<string, bool>> s_formats = new Dictionary<string, Func<string, bool>>(StringComparer.Ordinal)
    {
        ["date"] = TimeFormats.IsDate,
        ["time"] = TimeFormats.IsTime,
        ["date-time"] = TimeFormats.IsDateTime,
        ["duration"] = TimeFormats.IsDuration,
        ["uri"] = UriFormats.IsUri,
        ["uri-reference"] = UriFormats.IsReference,
        ["hostname"] = HostFormats.IsHostname,
        ["ipv4"] = HostFormats.IsIPv4,
        ["ipv6"] = HostFormats.IsIPv6,
        ["email"] = HostFormats.IsEmail,
        ["uuid"] = static text => Uuid().IsMatch(text),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Accepts(string format, string text) => !s_formats.TryGetValue(format, out Func<string, bool>? accepts) || accepts(text);

    [GeneratedRegex(@"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z")]
    private static partial Regex Uuid();
}
