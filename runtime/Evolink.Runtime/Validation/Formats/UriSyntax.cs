using System.Buffers;
using Evolink.Runtime.Json;
using Evolink.Runtime.Validation.Addresses;

namespace Evolink.Runtime.Validation.Formats;

/// <summary>
/// The syntax of RFC 3986. System.Uri is no judge of it: it takes /etc/passwd for an absolute URI, trims blanks and
/// accepts what has to be percent-encoded.
/// </summary>
internal static class UriSyntax
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string Delimiters = "!$&'()*+,;=";

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> s_registeredName = SearchValues.Create(Unreserved + Delimiters + "%");
    private static readonly SearchValues<char> s_userInformation = SearchValues.Create(Unreserved + Delimiters + "%:");
    private static readonly SearchValues<char> s_path = SearchValues.Create(Unreserved + Delimiters + "%:@/");
    private static readonly SearchValues<char> s_query = SearchValues.Create(Unreserved + Delimiters + "%:@/?");

    /// <summary>A URI with its scheme.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowUnicode">Whether letters beyond ASCII may stand for themselves, as in an IRI (RFC 3987).</param>
    public static bool IsUri(ReadOnlySpan<char> text, bool allowUnicode = false) =>
        UnicodeText.IsValid(text) && SchemeLength(text) is int scheme and > 0 && IsHierarchical(text[(scheme + 1)..], allowUnicode);

    /// <summary>A URI, or a reference relative to one.</summary>
    public static bool IsReference(ReadOnlySpan<char> text)
    {
        if (IsUri(text))
        {
            return true;
        }

        // Without a scheme, a colon in the first segment would make the part before it one.
        ReadOnlySpan<char> first = text.IndexOfAny("/?#") is int end and >= 0 ? text[..end] : text;
        return !first.Contains(':') && IsHierarchical(text, allowUnicode: false);
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        int length = text.IndexOf(':');
        if (length < 1 || !char.IsAsciiLetter(text[0]))
        {
            return -1;
        }

        foreach (char c in text[..length])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return -1;
            }
        }

        return length;
    }

    private static bool IsHierarchical(ReadOnlySpan<char> text, bool allowUnicode)
    {
        if (text.IndexOf('#') is int hash and >= 0)
        {
            if (!Holds(text[(hash + 1)..], s_query, allowUnicode))
            {
                return false;
            }

            text = text[..hash];
        }

        if (text.IndexOf('?') is int mark and >= 0)
        {
            if (!Holds(text[(mark + 1)..], s_query, allowUnicode))
            {
                return false;
            }

            text = text[..mark];
        }

        if (text is ['/', '/', .. var rest])
        {
            int slash = rest.IndexOf('/');
            text = slash < 0 ? [] : rest[slash..];
            if (!IsAuthority(slash < 0 ? rest : rest[..slash], allowUnicode))
            {
                return false;
            }
        }

        return Holds(text, s_path, allowUnicode);
    }

    private static bool IsAuthority(ReadOnlySpan<char> text, bool allowUnicode)
    {
        int at = text.IndexOf('@');
        if (at >= 0 && !Holds(text[..at], s_userInformation, allowUnicode))
        {
            return false;
        }

        ReadOnlySpan<char> host = text[(at + 1)..];
        int end = host is ['[', ..] ? host.IndexOf(']') + 1 : host.IndexOf(':');
        ReadOnlySpan<char> port = end < 0 ? [] : host[end..];
        host = end < 0 ? host : host[..end];
        bool hasPort = port.IsEmpty || (port[0] == ':' && AsciiDigits.Only(port[1..]));
        return hasPort && (host is ['[', .. var literal, ']'] ? IsLiteral(literal) : Holds(host, s_registeredName, allowUnicode));
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        if (text is not ['v' or 'V', .. var future])
        {
            return IPv6Text.TryParse(text, out _);
        }

        int point = future.IndexOf('.');
        return point > 0
            && !future[..point].ContainsAnyExcept(s_hexDigits)
            && point < future.Length - 1
            && !future[(point + 1)..].Contains('%')
            && Holds(future[(point + 1)..], s_userInformation, allowUnicode: false);
    }

    private static bool Holds(ReadOnlySpan<char> text, SearchValues<char> allowed, bool allowUnicode)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isAllowed = allowed.Contains(c) || (allowUnicode && c >= '\u00A0' && !char.IsWhiteSpace(c));
            bool isEncoded = c != '%' || (i + 2 < text.Length && HexDigit.Weight(text[i + 1]) >= 0 && HexDigit.Weight(text[i + 2]) >= 0);
            if (!isAllowed || !isEncoded)
            {
                return false;
            }
        }

        return true;
    }
}
