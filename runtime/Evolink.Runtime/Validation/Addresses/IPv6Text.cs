namespace Evolink.Runtime.Validation.Addresses;

/// <summary>Reads IPv6 addresses (RFC 4291), without a zone.</summary>
internal static class IPv6Text
{
    public static bool TryParse(ReadOnlySpan<char> text, out UInt128 address)
    {
        address = default;
        int gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return TryParseGroups(text, out address, out int all) && all == 8;
        }

        ReadOnlySpan<char> before = text[..gap];
        ReadOnlySpan<char> after = text[(gap + 2)..];
        if (!TryParseHead(before, out UInt128 high, out int left) || !TryParseTail(after, out UInt128 low, out int right) || left + right > 7)
        {
            return false;
        }

        // Shifting by all 128 bits would shift by none.
        address = left == 0 ? low : (high << (16 * (8 - left))) | low;
        return true;
    }

    // Dotted decimals stand at the end only.
    private static bool TryParseHead(ReadOnlySpan<char> text, out UInt128 value, out int groups)
    {
        (value, groups) = (default, 0);
        return text.IsEmpty || (!text.Contains('.') && TryParseGroups(text, out value, out groups));
    }

    private static bool TryParseTail(ReadOnlySpan<char> text, out UInt128 value, out int groups)
    {
        (value, groups) = (default, 0);
        return text.IsEmpty || TryParseGroups(text, out value, out groups);
    }

    private static bool TryParseGroups(ReadOnlySpan<char> text, out UInt128 value, out int groups)
    {
        (value, groups) = (default, 0);
        foreach (Range range in text.Split(':'))
        {
            ReadOnlySpan<char> group = text[range];
            if (range.End.GetOffset(text.Length) == text.Length && group.Contains('.'))
            {
                groups += 2;
                bool isAddress = IPv4Text.TryParsePlain(group, out uint dotted);
                value = (value << 32) | dotted;
                return isAddress && groups <= 8;
            }

            if (++groups > 8 || !TryParseGroup(group, out uint bits))
            {
                return false;
            }

            value = (value << 16) | bits;
        }

        return true;
    }

    private static bool TryParseGroup(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        foreach (char digit in text)
        {
            int weight = HexDigit.Weight(digit);
            if (weight < 0)
            {
                return false;
            }

            bits = (bits << 4) | (uint)weight;
        }

        return text.Length is >= 1 and <= 4;
    }
}
