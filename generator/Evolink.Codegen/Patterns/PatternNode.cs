using System.Collections.Generic;

namespace Evolink.Codegen.Patterns;

/// <summary>A part of a regular expression of ECMA-262. The parts are those of the standard's grammar.</summary>
internal abstract record PatternNode;

/// <summary>One part after the other; nothing at all where there are none.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Nodes) : PatternNode;

/// <summary><c>a|b</c>, two alternatives or more.</summary>
internal sealed record AlternativesNode(IReadOnlyList<PatternNode> Nodes) : PatternNode;

/// <summary>One code point of a class.</summary>
internal sealed record CharacterNode(CharacterClass Class) : PatternNode;

/// <summary><c>^</c>, <c>$</c>, <c>\b</c> or <c>\B</c>.</summary>
internal sealed record AnchorNode(PatternAnchor Anchor) : PatternNode;

/// <summary><c>(…)</c>, <c>(?&lt;name&gt;…)</c> or <c>(?:…)</c>.</summary>
/// <param name="Node">What is in the parentheses.</param>
/// <param name="Number">The number of a capturing group, from 1; null of another.</param>
/// <param name="Name">The name of a named group.</param>
internal sealed record GroupNode(PatternNode Node, int? Number, string? Name) : PatternNode;

/// <summary><c>(?=…)</c>, <c>(?!…)</c>, <c>(?&lt;=…)</c> or <c>(?&lt;!…)</c>.</summary>
internal sealed record LookaroundNode(PatternNode Node, bool IsBehind, bool IsNegated) : PatternNode;

/// <summary>A part so many times.</summary>
/// <param name="Node">What is repeated.</param>
/// <param name="Minimum">How often at least.</param>
/// <param name="Maximum">How often at most; <see cref="int.MaxValue"/> for no limit.</param>
/// <param name="IsLazy">Whether few repetitions are tried first.</param>
/// <param name="Groups">The numbers of the capturing groups within.</param>
internal sealed record QuantifierNode(PatternNode Node, int Minimum, int Maximum, bool IsLazy, IReadOnlyList<int> Groups) : PatternNode;

/// <summary><c>\1</c> or <c>\k&lt;name&gt;</c>: what a group has matched, which may come later.</summary>
/// <param name="Number">The group's number.</param>
/// <param name="Name">The group's name where it is referred to by that.</param>
internal sealed record BackreferenceNode(int? Number, string? Name) : PatternNode;

/// <summary>What takes no character.</summary>
internal enum PatternAnchor
{
    /// <summary><c>^</c></summary>
    Start,

    /// <summary><c>$</c></summary>
    End,

    /// <summary><c>\b</c></summary>
    WordBoundary,

    /// <summary><c>\B</c></summary>
    NoWordBoundary,
}
