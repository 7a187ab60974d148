using System.Globalization;
using System.Text.RegularExpressions;

namespace Evolink.Simulation.Validation;

/// <summary>RFC 3339, and the durations of its appendix A.</summary>
internal static partial class TimeFormats
{
    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && text.All(char.IsAscii);

    public static bool IsTime(string text)
    {
        Match match = Time().Match(text);
        if (!match.Success) return false;

        int hour = Part(match, "hour"), minute = Part(match, "minute"), second = Part(match, "second");
        int offsetHour = Part(match, "offsetHour"), offsetMinute = Part(match, "offsetMinute");
        if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
        if (second < 60) return true;

        // A leap second falls on 23:59:60 UTC.
        int offset = (offsetHour * 60) + offsetMinute;
        int utc = (hour * 60) + minute + (match.Groups["sign"].Value == "-" ? offset : -offset);
        return second == 60 && (utc + 1440) % 1440 == 1439;
    }

    public static bool IsDateTime(string text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]);

    public static bool IsDuration(string text) => Duration().IsMatch(text);

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.[0-9]+)?([zZ]|(?<sign>[+-])(?<offsetHour>[0-9]{2}):(?<offsetMinute>[0-9]{2}))\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"^P(?!\z)([0-9]+W|([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)\z")]
    private static partial Regex Duration();
}
