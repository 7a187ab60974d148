using System.Globalization;
using System.Net;
using System.Text;

namespace Evolink.Runtime.Text;

/// <summary>Finds a secret in a text however it is written there.</summary>
internal static class QuotedSecret
{
    // A shorter one would take half of a text with it, and hides nothing.
    private const int ShortestPart = 8;

    /// <summary>The fewest characters that a text has which quotes a key. Most of what a server says of itself is shorter.</summary>
    public static int ShortestForm(string key) => key.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && key.Length - colon - 1 >= ShortestPart
        ? key.Length - colon - 1
        : key.Length;

    /// <summary>What must not be shown of a key.</summary>
    public static IEnumerable<string> EnumerateForms(string key)
    {
        if (key.Length == 0) yield break;
        yield return key;
        if (key.Length >= ShortestPart)
        {
            // Without the end, which depends on what follows the key.
            string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(key))[..(key.Length * 4 / 3)];
            yield return base64;
            if (base64.AsSpan().ContainsAny('+', '/')) yield return base64.Replace('+', '-').Replace('/', '_');
        }

        if (key.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && key.Length - colon - 1 >= ShortestPart) yield return key[(colon + 1)..];
    }

    /// <summary>The text with every occurrence replaced; the same instance where there is none.</summary>
    public static string Replace(string text, string secret, string replacement)
    {
        StringBuilder? replaced = null;
        int copied = 0;
        for (int at = 0; at + secret.Length <= text.Length; at++)
        {
            int length = LengthAt(text.AsSpan(at), secret);
            if (length == 0) continue;
            (replaced ??= new StringBuilder(text.Length)).Append(text, copied, at - copied).Append(replacement);
            copied = at + length;
            at = copied - 1;
        }

        return replaced?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static int LengthAt(ReadOnlySpan<char> text, string secret)
    {
        int length = 0;
        foreach (char expected in secret)
        {
            int one = LengthAt(text[length..], expected);
            if (one == 0) return 0;
            length += one;
        }

        return length;
    }

    private static int LengthAt(ReadOnlySpan<char> text, char expected) => text switch
    {
        [] => 0,
        [var first, ..] when Same(first, expected) => 1,
        ['\\', 'u', ..] => Hexadecimal(text, 2, 4, expected),
        ['\\', var escaped, ..] when escaped == expected => 2,
        ['%', ..] => Hexadecimal(text, 1, 2, expected),
        ['&', ..] => Entity(text, expected),
        _ => 0,
    };

    private static int Hexadecimal(ReadOnlySpan<char> text, int start, int digits, char expected) =>
        text.Length >= start + digits
        && ushort.TryParse(text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
        && Same((char)code, expected)
            ? start + digits
            : 0;

    private static int Entity(ReadOnlySpan<char> text, char expected)
    {
        int end = text[..Math.Min(text.Length, 10)].IndexOf(';');
        return end > 0 && WebUtility.HtmlDecode(text[..(end + 1)].ToString()) is [var decoded] && Same(decoded, expected) ? end + 1 : 0;
    }

    // Hosts and some headers come back in small letters.
    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
