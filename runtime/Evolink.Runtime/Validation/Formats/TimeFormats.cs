using Evolink.Runtime.Validation.Addresses;

namespace Evolink.Runtime.Validation.Formats;

/// <summary>The dates and times of RFC 3339.</summary>
internal static class TimeFormats
{
    public static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == 10
        && text[4] == '-' && text[7] == '-'
        && Number(text[..4]) is int year and >= 0
        && Number(text[5..7]) is int month and >= 1 and <= 12
        // Year 0 is a leap year, which DateTime does not know.
        && Number(text[8..]) is int day and >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    public static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        int hour = Number(text[..2]);
        int minute = Number(text[3..5]);
        int second = Number(text[6..8]);
        ReadOnlySpan<char> rest = text[8..];
        if (rest[0] == '.')
        {
            int digits = AsciiDigits.Leading(rest[1..]);
            if (digits == 0)
            {
                return false;
            }

            rest = rest[(digits + 1)..];
        }

        // A leap second is the last of a day in UTC.
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 60
            && OffsetInMinutes(rest) is int offset
            && (second < 60 || ((hour * 60) + minute - offset + 2880) % 1440 == 1439);
    }

    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]);

    /// <summary>Weeks alone, or years to seconds in order without a gap inside the date and inside the time.</summary>
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        if (text is not ['P', .. var parts])
        {
            return false;
        }

        if (parts is [.., 'W'])
        {
            return IsRun(parts, "W");
        }

        int t = parts.IndexOf('T');
        return t < 0
            ? IsRun(parts, "YMD")
            : (t == 0 || IsRun(parts[..t], "YMD")) && IsRun(parts[(t + 1)..], "HMS");
    }

    // Numbers, each with its unit; the units are some that follow each other.
    private static bool IsRun(ReadOnlySpan<char> text, ReadOnlySpan<char> units)
    {
        int next = -1;
        while (!text.IsEmpty)
        {
            int digits = AsciiDigits.Leading(text);
            int unit = digits == 0 || digits == text.Length ? -1 : units.IndexOf(text[digits]);
            if (unit < 0 || (next >= 0 && unit != next))
            {
                return false;
            }

            next = unit + 1;
            text = text[(digits + 1)..];
        }

        return next > 0;
    }

    private static int? OffsetInMinutes(ReadOnlySpan<char> text)
    {
        if (text is ['Z' or 'z'])
        {
            return 0;
        }

        return text is ['+' or '-', _, _, ':', _, _]
            && Number(text[1..3]) is int hours and >= 0 and <= 23
            && Number(text[4..]) is int minutes and >= 0 and <= 59
            ? ((hours * 60) + minutes) * (text[0] == '-' ? -1 : 1)
            : null;
    }

    // -1 for anything but ASCII digits.
    private static int Number(ReadOnlySpan<char> digits)
    {
        int value = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
