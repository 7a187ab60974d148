using Evolink.Codegen.Patterns;

namespace Evolink.Runtime.Validation.Patterns;

/// <summary>Whether a pattern may be found where it takes no character.</summary>
internal static class PatternLengths
{
    /// <summary>Whether a match may be empty.</summary>
    public static bool CanBeEmpty(PatternNode node) => node switch
    {
        SequenceNode sequence => sequence.Nodes.All(CanBeEmpty),
        AlternativesNode alternatives => alternatives.Nodes.Any(CanBeEmpty),
        QuantifierNode quantifier => quantifier.Minimum == 0 || CanBeEmpty(quantifier.Node),
        GroupNode group => CanBeEmpty(group.Node),
        CharacterNode => false,
        _ => true,
    };

    /// <summary>Whether a match depends on the characters around a place.</summary>
    public static bool LooksAround(PatternNode node) => node switch
    {
        SequenceNode sequence => sequence.Nodes.Any(LooksAround),
        AlternativesNode alternatives => alternatives.Nodes.Any(LooksAround),
        QuantifierNode quantifier => LooksAround(quantifier.Node),
        GroupNode group => LooksAround(group.Node),
        AnchorNode anchor => anchor.Anchor is PatternAnchor.WordBoundary or PatternAnchor.NoWordBoundary,
        _ => node is LookaroundNode,
    };
}
