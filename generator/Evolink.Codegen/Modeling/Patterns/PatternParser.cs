using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Evolink.Codegen.Modeling.Patterns;

/// <summary>Reads the part of ECMA-262's patterns that is decided at once: characters, classes, groups, choices, repetitions and edges.</summary>
/// <param name="pattern">The pattern, by code points.</param>
internal sealed class PatternParser(int[] pattern)
{
    private const int MostNested = 32;
    private readonly CharacterParser characters = new(pattern);
    private int depth;

    /// <summary>The whole pattern; null where it holds anything else.</summary>
    public PatternPart? Parse() => Choice() is { } part && characters.IsAtEnd ? part : null;

    private PatternPart? Choice()
    {
        var branches = new List<PatternPart>();
        do
        {
            if (Sequence() is not { } branch)
            {
                return null;
            }

            branches.Add(branch);
        }
        while (characters.Take('|'));
        return branches.Count == 1 ? branches[0] : new ChoicePart(branches);
    }

    private PatternPart? Sequence()
    {
        var parts = new List<PatternPart>();
        while (!characters.IsAtEnd && !characters.IsAt('|') && !characters.IsAt(')'))
        {
            if (Atom() is not { } atom || Repeated(atom) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return new SequencePart(parts);
    }

    private PatternPart? Atom() =>
        characters.Take('^') ? new EdgePart(IsEnd: false)
        : characters.Take('$') ? new EdgePart(IsEnd: true)
        : characters.Take('(') ? Group()
        : characters.Single() is { } takes ? new CharacterPart(takes)
        : null;

    private PatternPart? Group()
    {
        if (depth == MostNested || (characters.Take('?') && !characters.Take(':')))
        {
            return null;
        }

        depth++;
        PatternPart? part = Choice();
        depth--;
        return characters.Take(')') ? part : null;
    }

    private PatternPart? Repeated(PatternPart part)
    {
        (int Minimum, int Maximum)? range = characters.Take('*') ? (0, int.MaxValue)
            : characters.Take('+') ? (1, int.MaxValue)
            : characters.Take('?') ? (0, 1)
            : characters.Take('{') ? Count()
            : (1, 1);
        // Whether the longest or the shortest is tried first does not matter to whether there is a match.
        characters.Take('?');
        return range is not { } count ? null : count == (1, 1) ? part : new RepeatPart(part, count.Minimum, count.Maximum);
    }

    private (int Minimum, int Maximum)? Count()
    {
        int? minimum = Number();
        int? maximum = !characters.Take(',') ? minimum : characters.IsAt('}') ? int.MaxValue : Number();
        return characters.Take('}') && minimum is { } least && maximum is { } most ? (least, most) : null;
    }

    private int? Number()
    {
        string digits = new([.. characters.While(point => point is >= '0' and <= '9').Select(point => (char)point)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
