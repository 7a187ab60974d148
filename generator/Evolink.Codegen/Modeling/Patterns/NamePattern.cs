using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Modeling.Patterns;

/// <summary>
/// Decides whether a pattern of <c>patternProperties</c> speaks of a name, as ECMA-262 has it. Steps are counted and no time
/// is taken: what is emitted must not depend on how fast the machine is, and no document may stall a compiler.
/// </summary>
internal sealed class NamePattern
{
    private readonly PatternPart? part;

    /// <param name="pattern">A regular expression. One with look-arounds, references or properties of characters decides nothing.</param>
    public NamePattern(string pattern) => part = new PatternParser(CodePoints(pattern)).Parse();

    /// <summary>Whether the pattern matches somewhere in the name; null where that is not decided.</summary>
    public bool? IsMatch(string name)
    {
        var run = new PatternRun(CodePoints(name));
        bool isMatch = part?.From([.. Enumerable.Range(0, run.Name.Length + 1)], run).Count > 0;
        return part is null || run.IsExhausted ? null : isMatch;
    }

    private static int[] CodePoints(string text)
    {
        var points = new List<int>();
        for (int i = 0; i < text.Length; i++)
        {
            points.Add(char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i++) : text[i]);
        }

        return [.. points];
    }
}
