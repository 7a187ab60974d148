namespace Evolink.Runtime.Validation.Addresses;

/// <summary>Decimal digits, ASCII's only. (The span helpers for ranges box before they are optimised; these never allocate.)</summary>
internal static class AsciiDigits
{
    /// <summary>How many digits the text begins with.</summary>
    public static int Leading(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether there is nothing else.</summary>
    public static bool Only(ReadOnlySpan<char> text) => Leading(text) == text.Length;
}
