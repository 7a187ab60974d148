using System.Globalization;
using System.Text;

namespace Evolink.Tests.Patterns;

/// <summary>
/// What JavaScript makes of our own patterns: a third opinion, since generator, runtime and simulator share a parser. The table
/// was made once with Node.js 20: <c>new RegExp(pattern, 'u').test(text)</c> for rows of the kind <c>u</c>; without the flag for
/// those of the kind <c>b</c>, which only then have a meaning, that of Annex B. Patterns of the kind <c>-</c> are refused by
/// JavaScript with the flag, and have no meaning without it that their authors can have had in mind (<c>\A</c>, <c>\10</c>), or
/// they ask for a Unicode property that .NET has no table for. A row is pattern, kind, text and 1 for a match or 0, between tabs; a
/// character that is not visible ASCII, or a percent sign, is a percent sign and its four hexadecimal digits.
/// </summary>
internal static class EcmaScriptTable
{
    public static IReadOnlyList<(string Pattern, string Text, bool IsMatch)> Matches { get; } =
        [.. Rows().Where(row => row.Length == 4).Select(row => (row[0], row[2], row[3] == "1"))];

    public static IReadOnlyList<string> Refused { get; } = [.. Rows().Where(row => row.Length == 2).Select(row => row[0])];

    private static IEnumerable<string[]> Rows()
    {
        using Stream table = typeof(EcmaScriptTable).Assembly.GetManifestResourceStream("EcmaScriptMatches.tsv")!;
        using StreamReader reader = new(table);
        while (reader.ReadLine() is { } line)
        {
            yield return [.. line.Split('\t').Select(Decoded)];
        }
    }

    private static string Decoded(string cell)
    {
        StringBuilder text = new();
        for (int i = 0; i < cell.Length; i++)
        {
            bool isEncoded = cell[i] == '%';
            text.Append(isEncoded ? (char)ushort.Parse(cell.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : cell[i]);
            i += isEncoded ? 4 : 0;
        }

        return text.ToString();
    }
}
