using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Patterns;

/// <summary>
/// Looks for a pattern in one text, in counted steps. All ways to match are followed at once, as the set of places that they
/// have come to, so none is taken back.
/// </summary>
/// <param name="text">The text, by code points.</param>
internal sealed class PatternMatcher(int[] text)
{
    /// <summary>A name of forty characters and a pattern of as many take a few hundred.</summary>
    private const int MostSteps = 5_000;
    private int _steps;

    private bool IsExhausted => _steps > MostSteps;

    /// <summary>Whether a pattern has only what is decided here: characters, classes, groups, alternatives, repetitions and ends.</summary>
    public static bool Decides(PatternNode node) => node switch
    {
        SequenceNode sequence => sequence.Nodes.All(Decides),
        AlternativesNode alternatives => alternatives.Nodes.All(Decides),
        QuantifierNode quantifier => Decides(quantifier.Node),
        GroupNode group => group.Name is null && Decides(group.Node),
        CharacterNode character => character.Class.Properties.Count == 0,
        AnchorNode anchor => anchor.Anchor is PatternAnchor.Start or PatternAnchor.End,
        _ => false,
    };

    /// <summary>Whether the pattern matches somewhere in the text; null where too many steps would be needed to know.</summary>
    public bool? IsMatch(PatternNode pattern)
    {
        bool isMatch = Follow(pattern, [.. Enumerable.Range(0, text.Length + 1)]).Count > 0;
        return IsExhausted ? null : isMatch;
    }

    /// <summary>Where matches that begin at any of the places end; nowhere once the steps are exhausted.</summary>
    private HashSet<int> Follow(PatternNode node, HashSet<int> places)
    {
        // Parentheses are no step of their own.
        while (node is GroupNode group)
        {
            node = group.Node;
        }

        _steps += 1 + places.Count;
        return places.Count == 0 || IsExhausted ? [] : node switch
        {
            SequenceNode sequence => sequence.Nodes.Aggregate(places, (reached, part) => Follow(part, reached)),
            AlternativesNode alternatives => [.. alternatives.Nodes.SelectMany(part => Follow(part, places))],
            QuantifierNode quantifier => Repeat(quantifier, places),
            CharacterNode character => [.. places.Where(place => place < text.Length && character.Class.Lists(text[place])).Select(static place => place + 1)],
            AnchorNode anchor => [.. places.Where(place => place == (anchor.Anchor == PatternAnchor.End ? text.Length : 0))],
            _ => [],
        };
    }

    private HashSet<int> Repeat(QuantifierNode quantifier, HashSet<int> places)
    {
        HashSet<int> last = places;
        for (int i = 0; i < quantifier.Minimum && last.Count > 0; i++)
        {
            last = Follow(quantifier.Node, last);
        }

        // A place that was reached with fewer repetitions leads wherever it would lead with more.
        HashSet<int> reached = [.. last];
        for (int i = quantifier.Minimum; i < quantifier.Maximum && last.Count > 0; i++)
        {
            last = [.. Follow(quantifier.Node, last).Where(reached.Add)];
        }

        return reached;
    }
}
