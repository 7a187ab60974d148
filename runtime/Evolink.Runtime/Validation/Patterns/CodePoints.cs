using System.Globalization;
using Evolink.Codegen.Patterns;

namespace Evolink.Runtime.Validation.Patterns;

/// <summary>
/// How .NET matches one of several code points in UTF-16: a class for the first plane, surrogate pairs for the others, and
/// half a pair only where the other half is missing. The alternatives exclude each other, so that no backtracking ever
/// takes half a character.
/// </summary>
internal static class CodePoints
{
    /// <summary>An expression that matches exactly one code point of a class.</summary>
    public static string Pattern(CharacterClass characters)
    {
        CodePointSet points = characters.Properties.Aggregate(characters.Points, static (points, property) => points.Union(UnicodeCategories.Find(property)));
        IReadOnlyList<(int First, int Last)> ranges = (characters.IsNegated ? points.Complement() : points).Ranges;
        List<string> alternatives = [.. FirstPlane(ranges), .. HalfPairs(ranges), .. OtherPlanes(ranges)];
        return alternatives switch
        {
            [] => "(?:(?!))",
            [var only] when ranges[^1].Last < 0xD800 => only,
            _ => $"(?:{string.Join('|', alternatives)})",
        };
    }

    private static IEnumerable<string> FirstPlane(IReadOnlyList<(int First, int Last)> ranges)
    {
        string members = string.Concat(Within(ranges, 0, 0xD7FF).Concat(Within(ranges, 0xE000, 0xFFFF)).Select(range => Units(range.First, range.Last)));
        return members.Length == 0 ? [] : [$"[{members}]"];
    }

    private static IEnumerable<string> HalfPairs(IReadOnlyList<(int First, int Last)> ranges) =>
        Within(ranges, 0xD800, 0xDBFF).Select(range => $@"[{Units(range.First, range.Last)}](?![\uDC00-\uDFFF])")
            .Concat(Within(ranges, 0xDC00, 0xDFFF).Select(range => $@"(?<![\uD800-\uDBFF])[{Units(range.First, range.Last)}]"));

    private static IEnumerable<string> OtherPlanes(IReadOnlyList<(int First, int Last)> ranges)
    {
        foreach ((int first, int last) in Within(ranges, 0x10000, CodePointSet.Last))
        {
            (int firstHigh, int firstLow) = Pair(first);
            (int lastHigh, int lastLow) = Pair(last);
            if (firstHigh == lastHigh)
            {
                yield return Pairs(firstHigh, firstHigh, firstLow, lastLow);
                continue;
            }

            // The ends of the range may have some of their low surrogates, what is between has all.
            bool isFirstWhole = firstLow == 0xDC00;
            bool isLastWhole = lastLow == 0xDFFF;
            if (!isFirstWhole)
            {
                yield return Pairs(firstHigh, firstHigh, firstLow, 0xDFFF);
            }

            (int from, int to) = (isFirstWhole ? firstHigh : firstHigh + 1, isLastWhole ? lastHigh : lastHigh - 1);
            if (from <= to)
            {
                yield return Pairs(from, to, 0xDC00, 0xDFFF);
            }

            if (!isLastWhole)
            {
                yield return Pairs(lastHigh, lastHigh, 0xDC00, lastLow);
            }
        }
    }

    private static IEnumerable<(int First, int Last)> Within(IReadOnlyList<(int First, int Last)> ranges, int first, int last) => ranges
        .Where(range => range.First <= last && range.Last >= first)
        .Select(range => (Math.Max(range.First, first), Math.Min(range.Last, last)));

    private static (int High, int Low) Pair(int codePoint) =>
        (0xD800 + ((codePoint - 0x10000) >> 10), 0xDC00 + ((codePoint - 0x10000) & 0x3FF));

    private static string Pairs(int firstHigh, int lastHigh, int firstLow, int lastLow) =>
        $"[{Units(firstHigh, lastHigh)}][{Units(firstLow, lastLow)}]";

    private static string Units(int first, int last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $@"\u{first:X4}")
        : string.Create(CultureInfo.InvariantCulture, $@"\u{first:X4}-\u{last:X4}");
}
