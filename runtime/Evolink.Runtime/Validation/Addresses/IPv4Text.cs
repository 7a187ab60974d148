namespace Evolink.Runtime.Validation.Addresses;

/// <summary>Reads IPv4 addresses, in their plain spelling and in all that resolvers accept.</summary>
internal static class IPv4Text
{
    /// <summary>The plain spelling: four decimal numbers without leading zeros.</summary>
    public static bool TryParsePlain(ReadOnlySpan<char> text, out uint address)
    {
        address = 0;
        int parts = 0;
        foreach (Range range in text.Split('.'))
        {
            ReadOnlySpan<char> part = text[range];
            if (++parts > 4 || part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0') || !TryParseNumber(part, 10, out ulong value) || value > 255)
            {
                return false;
            }

            address = (address << 8) | (uint)value;
        }

        return parts == 4;
    }

    /// <summary>Whether a host's last label makes it an address, as browsers and resolvers decide: digits, or 0x and hex digits.</summary>
    public static bool IsNumeric(ReadOnlySpan<char> host)
    {
        ReadOnlySpan<char> last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (AsciiDigits.Only(last) || TryParsePart(last, octal: true, out _));
    }

    /// <summary>
    /// Any spelling: one to four numbers, decimal, octal with a leading zero, or hexadecimal; the last fills what is left.
    /// </summary>
    /// <param name="host">The host, without a trailing dot.</param>
    /// <param name="octal">Whether a leading zero means octal: resolvers do not agree.</param>
    /// <param name="address">The address.</param>
    public static bool TryParseAny(ReadOnlySpan<char> host, bool octal, out uint address)
    {
        address = 0;
        int left = 4;
        foreach (Range range in host.Split('.'))
        {
            if (left == 0 || !TryParsePart(host[range], octal, out ulong value))
            {
                return false;
            }

            bool isLast = range.End.GetOffset(host.Length) == host.Length;
            int bytes = isLast ? left : 1;
            if (value >= 1UL << (8 * bytes))
            {
                return false;
            }

            address = (uint)(((ulong)address << (8 * bytes)) | value);
            left -= bytes;
        }

        return true;
    }

    private static bool TryParsePart(ReadOnlySpan<char> part, bool octal, out ulong value) => part switch
    {
        ['0', 'x' or 'X', .. var hex] => TryParseNumber(hex, 16, out value),
        ['0', .. var rest] when octal => TryParseNumber(rest, 8, out value),
        [] => (value = 0) != 0,
        _ => TryParseNumber(part, 10, out value),
    };

    private static bool TryParseNumber(ReadOnlySpan<char> text, int radix, out ulong value)
    {
        value = 0;
        foreach (char digit in text)
        {
            int weight = HexDigit.Weight(digit);
            if (weight < 0 || weight >= radix)
            {
                return false;
            }

            // More than 32 bits is no address; the cap keeps a long row of digits from wrapping around.
            value = Math.Min((value * (uint)radix) + (uint)weight, uint.MaxValue + 1UL);
        }

        return true;
    }
}
