using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Patterns;

/// <summary>Some of Unicode's code points; half a surrogate pair is one as well.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private CodePointSet(IReadOnlyList<(int First, int Last)> ranges) => Ranges = ranges;

    public static CodePointSet Empty { get; } = new([]);

    /// <summary>In ascending order; at least one code point is missing between two of them.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges { get; }

    /// <summary>The only code point; null where there are more, or none.</summary>
    public int? Single => Ranges.Count == 1 && Ranges[0].First == Ranges[0].Last ? Ranges[0].First : null;

    public static CodePointSet Create(int codePoint) => Create(codePoint, codePoint);

    public static CodePointSet Create(int first, int last) => new([(first, last)]);

    /// <summary>Of ranges in any order.</summary>
    public static CodePointSet Create(IEnumerable<(int First, int Last)> ranges)
    {
        var merged = new List<(int First, int Last)>();
        foreach ((int first, int last) in ranges.OrderBy(static range => range.First))
        {
            int previous = merged.Count - 1;
            if (previous >= 0 && first <= merged[previous].Last + 1)
            {
                merged[previous] = (merged[previous].First, Math.Max(merged[previous].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return new(merged);
    }

    public bool Contains(int codePoint) => Ranges.Any(range => range.First <= codePoint && codePoint <= range.Last);

    public CodePointSet Union(CodePointSet other) => Create(Ranges.Concat(other.Ranges));

    public CodePointSet Complement()
    {
        var rest = new List<(int First, int Last)>();
        int next = 0;
        foreach ((int first, int last) in Ranges)
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
}
