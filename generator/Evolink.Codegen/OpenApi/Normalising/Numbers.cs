using System.Globalization;

namespace Evolink.Codegen.OpenApi;

/// <summary>Questions about the text of a JSON number.</summary>
internal static class Numbers
{
    /// <summary>The number as a count if it is one, in whatever notation: <c>1.0</c> and <c>1e2</c> are counts.</summary>
    public static int? AsCount(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= 0 && number <= int.MaxValue && decimal.Truncate(number) == number
            ? (int)number
            : null;

    public static bool IsPositive(string text)
    {
        if (text[0] == '-') return false;

        foreach (var character in text)
        {
            if (character is 'e' or 'E') return false;
            if (character is >= '1' and <= '9') return true;
        }

        return false;
    }
}
