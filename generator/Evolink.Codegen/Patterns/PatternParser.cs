using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Patterns;

/// <summary>
/// Reads a regular expression of ECMA-262 with the <c>u</c> flag, as JSON Schema recommends. What only has a meaning without
/// the flag (the standard's Annex B) is taken with that meaning where it can be no slip: an escaped sign (<c>\_</c>), a brace
/// or bracket that opens or closes nothing, a hyphen beside <c>\d</c> in a class, a repeated look ahead. Octal escapes and
/// letters escaped without need are refused. Generator, runtime and simulator read patterns here, so that they agree.
/// </summary>
internal sealed class PatternParser
{
    // Nobody writes as many, and a compiler does not survive the end of its stack.
    private const int MostNested = 200;

    private readonly PatternReader reader;
    private readonly CharacterParser characters;
    private readonly GroupNameParser names;
    private readonly List<string?> groups = [];
    private readonly List<(BackreferenceNode Node, int Position)> references = [];
    private int depth;
    private bool hasLoneBracket;

    private PatternParser(string pattern)
    {
        reader = new PatternReader(pattern);
        characters = new CharacterParser(reader);
        names = new GroupNameParser(reader, characters);
    }

    /// <summary>The tree of a pattern.</summary>
    /// <exception cref="FormatException">The text is no pattern. The message says why, and at which character.</exception>
    public static PatternTree Parse(string pattern) => new PatternParser(pattern).Whole();

    private PatternTree Whole()
    {
        PatternNode root = Alternatives();
        if (!reader.IsAtEnd)
        {
            throw PatternProblem.At(reader.Position, "a group is closed that was not opened");
        }

        var tree = new PatternTree(root, groups, references.ConvertAll(static reference => reference.Node), hasLoneBracket);
        foreach ((BackreferenceNode node, int position) in references)
        {
            if (tree.NumberOf(node) is var number && (number < 1 || number > groups.Count))
            {
                throw PatternProblem.At(position, "there is no such group as is referred to");
            }
        }

        return tree;
    }

    private PatternNode Alternatives()
    {
        var alternatives = new List<PatternNode>();
        do
        {
            alternatives.Add(Sequence());
        }
        while (reader.Take('|'));
        return alternatives.Count == 1 ? alternatives[0] : new AlternativesNode(alternatives);
    }

    private SequenceNode Sequence()
    {
        var nodes = new List<PatternNode>();
        while (!reader.IsAtEnd && !reader.IsAt('|') && !reader.IsAt(')'))
        {
            int firstGroup = groups.Count + 1;
            PatternNode node = Term();
            nodes.Add(node is AnchorNode or LookaroundNode { IsBehind: true } ? node : Repeated(node, firstGroup));
        }

        return new SequenceNode(nodes);
    }

    private PatternNode Term()
    {
        int start = reader.Position;
        if (Quantifier() is not null)
        {
            throw PatternProblem.At(start, "there is nothing to repeat");
        }

        hasLoneBracket |= reader.IsAt('{') || reader.IsAt('}') || reader.IsAt(']');
        return reader.Take('^') ? new AnchorNode(PatternAnchor.Start)
            : reader.Take('$') ? new AnchorNode(PatternAnchor.End)
            : reader.Take(@"\b") ? new AnchorNode(PatternAnchor.WordBoundary)
            : reader.Take(@"\B") ? new AnchorNode(PatternAnchor.NoWordBoundary)
            : reader.Take('(') ? Group(start)
            : reader.Take('[') ? new CharacterNode(characters.Class())
            : reader.Take('.') ? new CharacterNode(CharacterClass.Listed(CharacterSets.NoLineTerminator))
            : !reader.IsAt('\\') ? new CharacterNode(CharacterClass.Listed(CodePointSet.Create(reader.TakeCodePoint())))
            : Backreference(start) ?? (PatternNode)new CharacterNode(characters.Escape());
    }

    private PatternNode Group(int start)
    {
        if (++depth > MostNested)
        {
            throw PatternProblem.At(start, "groups are nested too deeply");
        }

        PatternNode group = reader.Take("?:") ? new GroupNode(Alternatives(), Number: null, Name: null)
            : reader.Take("?=") ? new LookaroundNode(Alternatives(), IsBehind: false, IsNegated: false)
            : reader.Take("?!") ? new LookaroundNode(Alternatives(), IsBehind: false, IsNegated: true)
            : reader.Take("?<=") ? new LookaroundNode(Alternatives(), IsBehind: true, IsNegated: false)
            : reader.Take("?<!") ? new LookaroundNode(Alternatives(), IsBehind: true, IsNegated: true)
            : !reader.Take('?') ? Capturing(name: null)
            : Capturing(names.Next() ?? throw PatternProblem.At(start, "ECMA-262 knows no such group"), start);
        depth--;
        return reader.Take(')') ? group : throw PatternProblem.At(start, "a group is not closed, which begins");
    }

    // Groups are numbered by where they begin, named ones among the others.
    private GroupNode Capturing(string? name, int start = 0)
    {
        if (name is not null && groups.Contains(name))
        {
            throw PatternProblem.At(start, $"there is a second group of the name '{name}'");
        }

        groups.Add(name);
        int number = groups.Count;
        return new GroupNode(Alternatives(), number, name);
    }

    private BackreferenceNode? Backreference(int start)
    {
        if (reader.Take(@"\k"))
        {
            return Add(new(Number: null, names.Next() ?? throw PatternProblem.At(start, "ECMA-262 knows no such escape")));
        }

        if (reader.IsAtEscapedDigit)
        {
            reader.Position++;
            return Add(new(reader.TakeNumber(), Name: null));
        }

        return null;

        BackreferenceNode Add(BackreferenceNode node)
        {
            references.Add((node, start));
            return node;
        }
    }

    private PatternNode Repeated(PatternNode node, int firstGroup)
    {
        int start = reader.Position;
        if (Quantifier() is not (int minimum, int maximum))
        {
            return node;
        }

        if (minimum > maximum)
        {
            throw PatternProblem.At(start, "more repetitions are asked for than are allowed");
        }

        return new QuantifierNode(node, minimum, maximum, reader.Take('?'), [.. Enumerable.Range(firstGroup, groups.Count + 1 - firstGroup)]);
    }

    private (int Minimum, int Maximum)? Quantifier() =>
        reader.Take('*') ? (0, int.MaxValue)
        : reader.Take('+') ? (1, int.MaxValue)
        : reader.Take('?') ? (0, 1)
        : Count();

    private (int Minimum, int Maximum)? Count()
    {
        int start = reader.Position;
        if (reader.Take('{') && reader.TakeNumber() is { } minimum)
        {
            int maximum = reader.Take(',') ? reader.TakeNumber() ?? int.MaxValue : minimum;
            if (reader.Take('}'))
            {
                return (minimum, maximum);
            }
        }

        // A brace that begins no number of repetitions stands for itself.
        reader.Position = start;
        return null;
    }
}
