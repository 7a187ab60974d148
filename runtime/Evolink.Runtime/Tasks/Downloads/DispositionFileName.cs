using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>
/// Reads the file's name out of a Content-Disposition header: <c>filename*</c> before <c>filename</c>, as RFC 6266 asks, and leniently
/// where servers write it wrong: without quotes, percent-encoded, as raw UTF-8, with a path in front.
/// </summary>
internal static class DispositionFileName
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The proposed name, without a path; null where there is none.</summary>
    public static string? Read(string header)
    {
        string? plain = null, extended = null;
        foreach ((string name, string value) in Parameters(header))
        {
            if (name.Equals("filename*", StringComparison.OrdinalIgnoreCase)) extended ??= Extended(value);
            else if (name.Equals("filename", StringComparison.OrdinalIgnoreCase)) plain ??= Plain(value);
        }

        return WithoutPath(extended) ?? WithoutPath(plain);
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string header)
    {
        for (int at = header.IndexOf(';') + 1; at > 0 && at < header.Length;)
        {
            int equals = header.IndexOf('=', at);
            int next = header.IndexOf(';', at);
            if (equals < 0) yield break;
            if (next >= 0 && next < equals)
            {
                at = next + 1;
                continue;
            }

            string name = header[at..equals].Trim();
            (string value, at) = Value(header, equals + 1);
            yield return (name, value);
        }
    }

    private static (string Value, int Next) Value(string header, int at)
    {
        while (at < header.Length && header[at] == ' ') at++;
        if (at == header.Length || header[at] != '"')
        {
            int end = header.IndexOf(';', at);
            return end < 0 ? (header[at..].Trim(), header.Length) : (header[at..end].Trim(), end + 1);
        }

        StringBuilder value = new();
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            // A backslash escapes a quote or itself. Before anything else it stands in a Windows path.
            if (header[at] == '\\' && at + 1 < header.Length && header[at + 1] is '"' or '\\') at++;
            value.Append(header[at]);
        }

        int semicolon = at < header.Length ? header.IndexOf(';', at) : -1;
        return (value.ToString(), semicolon < 0 ? header.Length : semicolon + 1);
    }

    // RFC 8187: charset'language'percent-encoded.
    private static string? Extended(string value)
    {
        if (value.Split('\'', 3) is not [var charset, _, var encoded]) return null;
        return charset.ToUpperInvariant() switch
        {
            "UTF-8" => Decoded(Bytes(encoded)),
            "ISO-8859-1" => Encoding.Latin1.GetString(Bytes(encoded)),
            _ => null,
        };
    }

    private static string Plain(string value)
    {
        // RFC 2047, which mail programs use; the framework reads it.
        if (value.StartsWith("=?", StringComparison.Ordinal)
            && ContentDispositionHeaderValue.TryParse($"attachment; filename=\"{value}\"", out ContentDispositionHeaderValue? parsed)
            && parsed.FileName is { } decoded)
        {
            return decoded.Trim('"');
        }

        // Header bytes come as Latin-1; most that are not ASCII were meant as UTF-8.
        if (!Ascii.IsValid(value) && value.All(c => c <= '\xFF')) value = Decoded(Encoding.Latin1.GetBytes(value)) ?? value;
        return value.Contains('%', StringComparison.Ordinal) && Ascii.IsValid(value) ? Decoded(Bytes(value)) ?? value : value;
    }

    private static byte[] Bytes(string encoded)
    {
        List<byte> bytes = new(encoded.Length);
        for (int at = 0; at < encoded.Length; at++)
        {
            if (encoded[at] == '%' && at + 2 < encoded.Length
                && byte.TryParse(encoded.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(encoded, at, 1));
            }
        }

        return [.. bytes];
    }

    private static string? Decoded(byte[] bytes)
    {
        try
        {
            return s_strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: whoever asks knows what else it may be.
            return null;
        }
    }

    private static string? WithoutPath(string? name)
    {
        name = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }
}
