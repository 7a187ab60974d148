using Evolink.Runtime.Validation.Addresses;

namespace Evolink.Runtime.Validation.Formats;

/// <summary>Host names and mail addresses.</summary>
internal static class NameFormats
{
    public static bool IsHostname(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 253)
        {
            return false;
        }

        foreach (Range range in text.Split('.'))
        {
            ReadOnlySpan<char> label = text[range];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            foreach (char c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static bool IsEmail(ReadOnlySpan<char> text)
    {
        int at = text.LastIndexOf('@');
        return at >= 1 && IsMailbox(text[..at]) && IsMailDomain(text[(at + 1)..]);
    }

    private static bool IsMailDomain(ReadOnlySpan<char> text) => text switch
    {
        ['[', 'I', 'P', 'v', '6', ':', .. var address, ']'] => IPv6Text.TryParse(address, out _),
        ['[', .. var address, ']'] => IPv4Text.TryParsePlain(address, out _),
        _ => IsHostname(text),
    };

    private static bool IsMailbox(ReadOnlySpan<char> text) =>
        text is ['"', .. var quoted, '"'] ? IsQuoted(quoted) : IsDotAtom(text);

    private static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-/=?^_`{|}~.".Contains(c))
            {
                return false;
            }
        }

        return text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);
    }

    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return false;
            }

            if (i == text.Length || text[i] is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }
}
