using System;
using System.Collections.Generic;

namespace Evolink.Codegen.Patterns;

/// <summary>
/// Decides whether a pattern of <c>patternProperties</c> speaks of a name, as ECMA-262 has it. Steps are counted and no time
/// is taken: what is emitted must not depend on how fast the machine is, and no document may stall a compiler.
/// </summary>
internal sealed class NamePattern
{
    private readonly PatternNode? _root;

    /// <param name="pattern">A regular expression. One with look-arounds, references, properties of characters or a lone bracket decides nothing.</param>
    public NamePattern(string pattern)
    {
        try
        {
            PatternTree tree = PatternParser.Parse(pattern);
            _root = !tree.HasLoneBracket && PatternMatcher.Decides(tree.Root) ? tree.Root : null;
        }
        catch (FormatException)
        {
            // What is no pattern speaks of no name that is known; it is reported where its schema is looked at.
            _root = null;
        }
    }

    /// <summary>Whether the pattern matches somewhere in the name; null where that is not decided.</summary>
    public bool? IsMatch(string name) => _root is null ? null : new PatternMatcher(CodePoints(name)).IsMatch(_root);

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
