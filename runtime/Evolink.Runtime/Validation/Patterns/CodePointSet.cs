using System.Globalization;
using System.Text;

namespace Evolink;

/// <summary>
/// Some Unicode code points, and how .NET matches one of them in UTF-16: a class for the first plane, surrogate pairs for
/// the others, and half a pair only where the other half is missing. The alternatives exclude each other, so that no
/// backtracking ever takes half a character.
/// </summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    // Ascending, apart from each other by more than one.
    private readonly IReadOnlyList<(int First, int Last)> _ranges;

    private CodePointSet(IReadOnlyList<(int First, int Last)> ranges) => _ranges = ranges;

    public static CodePointSet Empty { get; } = new([]);

    public int First => _ranges[0].First;

    public bool IsSingle => _ranges is [var (first, last)] && first == last;

    public static CodePointSet Of(int codePoint) => new([(codePoint, codePoint)]);

    public static CodePointSet Of(int first, int last) => new([(first, last)]);

    /// <summary>Ranges in ascending order that do not touch.</summary>
    public static CodePointSet OfAscending(IReadOnlyList<(int First, int Last)> ranges) => new(ranges);

    public CodePointSet Union(CodePointSet other)
    {
        List<(int First, int Last)> merged = [];
        foreach ((int first, int last) in _ranges.Concat(other._ranges).OrderBy(range => range.First))
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return new(merged);
    }

    public CodePointSet Complement()
    {
        List<(int First, int Last)> rest = [];
        int next = 0;
        foreach ((int first, int last) in _ranges)
        {
            if (first > next)
            {
                rest.Add((next, first - 1));
            }

            next = last + 1;
        }

        if (next <= Last)
        {
            rest.Add((next, Last));
        }

        return new(rest);
    }

    /// <summary>Writes an expression that matches exactly one of the code points.</summary>
    public void AppendTo(StringBuilder pattern)
    {
        List<string> alternatives = [.. FirstPlane(), .. HalfPairs(), .. OtherPlanes()];
        switch (alternatives)
        {
            case []:
                pattern.Append("(?:(?!))");
                break;
            case [var only] when _ranges[^1].Last < 0xD800:
                pattern.Append(only);
                break;
            default:
                pattern.Append("(?:").AppendJoin('|', alternatives).Append(')');
                break;
        }
    }

    private IEnumerable<string> FirstPlane()
    {
        string members = string.Concat(Within(0, 0xD7FF).Concat(Within(0xE000, 0xFFFF)).Select(range => Units(range.First, range.Last)));
        return members.Length == 0 ? [] : [$"[{members}]"];
    }

    private IEnumerable<string> HalfPairs() =>
        Within(0xD800, 0xDBFF).Select(range => $@"[{Units(range.First, range.Last)}](?![\uDC00-\uDFFF])")
            .Concat(Within(0xDC00, 0xDFFF).Select(range => $@"(?<![\uD800-\uDBFF])[{Units(range.First, range.Last)}]"));

    private IEnumerable<string> OtherPlanes()
    {
        foreach ((int first, int last) in Within(0x10000, Last))
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

    private IEnumerable<(int First, int Last)> Within(int first, int last) => _ranges
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
