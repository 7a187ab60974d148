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

    private readonly PatternReader _reader;
    private readonly CharacterParser _characters;
    private readonly GroupNameParser _names;
    private readonly List<string?> _groups = [];
    private readonly List<(BackreferenceNode Node, int Position)> _references = [];
    private int _depth;
    private bool _hasLoneBracket;

    private PatternParser(string pattern)
    {
        _reader = new PatternReader(pattern);
        _characters = new CharacterParser(_reader);
        _names = new GroupNameParser(_reader, _characters);
    }

    /// <summary>The tree of a pattern.</summary>
    /// <exception cref="FormatException">The text is no pattern. The message says why, and at which character.</exception>
    public static PatternTree Parse(string pattern) => new PatternParser(pattern).Whole();

    private PatternTree Whole()
    {
        PatternNode root = Alternatives();
        if (!_reader.IsAtEnd)
        {
            throw PatternProblem.At(_reader.Position, "a group is closed that was not opened");
        }

        var tree = new PatternTree(root, _groups, _references.ConvertAll(static reference => reference.Node), _hasLoneBracket);
        foreach ((BackreferenceNode node, int position) in _references)
        {
            if (tree.NumberOf(node) is var number && (number < 1 || number > _groups.Count))
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
        while (_reader.Take('|'));
        return alternatives.Count == 1 ? alternatives[0] : new AlternativesNode(alternatives);
    }

    private SequenceNode Sequence()
    {
        var nodes = new List<PatternNode>();
        while (!_reader.IsAtEnd && !_reader.IsAt('|') && !_reader.IsAt(')'))
        {
            int firstGroup = _groups.Count + 1;
            PatternNode node = Term();
            nodes.Add(node is AnchorNode or LookaroundNode { IsBehind: true } ? node : Repeated(node, firstGroup));
        }

        return new SequenceNode(nodes);
    }

    private PatternNode Term()
    {
        int start = _reader.Position;
        if (Quantifier() is not null)
        {
            throw PatternProblem.At(start, "there is nothing to repeat");
        }

        _hasLoneBracket |= _reader.IsAt('{') || _reader.IsAt('}') || _reader.IsAt(']');
        return _reader.Take('^') ? new AnchorNode(PatternAnchor.Start)
            : _reader.Take('$') ? new AnchorNode(PatternAnchor.End)
            : _reader.Take(@"\b") ? new AnchorNode(PatternAnchor.WordBoundary)
            : _reader.Take(@"\B") ? new AnchorNode(PatternAnchor.NoWordBoundary)
            : _reader.Take('(') ? Group(start)
            : _reader.Take('[') ? new CharacterNode(_characters.Class())
            : _reader.Take('.') ? new CharacterNode(CharacterClass.Listed(CharacterSets.NoLineTerminator))
            : !_reader.IsAt('\\') ? new CharacterNode(CharacterClass.Listed(CodePointSet.Create(_reader.TakeCodePoint())))
            : Backreference(start) ?? (PatternNode)new CharacterNode(_characters.Escape());
    }

    private PatternNode Group(int start)
    {
        if (++_depth > MostNested)
        {
            throw PatternProblem.At(start, "groups are nested too deeply");
        }

        PatternNode group = _reader.Take("?:") ? new GroupNode(Alternatives(), Number: null, Name: null)
            : _reader.Take("?=") ? new LookaroundNode(Alternatives(), IsBehind: false, IsNegated: false)
            : _reader.Take("?!") ? new LookaroundNode(Alternatives(), IsBehind: false, IsNegated: true)
            : _reader.Take("?<=") ? new LookaroundNode(Alternatives(), IsBehind: true, IsNegated: false)
            : _reader.Take("?<!") ? new LookaroundNode(Alternatives(), IsBehind: true, IsNegated: true)
            : !_reader.Take('?') ? Capturing(name: null)
            : Capturing(_names.Next() ?? throw PatternProblem.At(start, "ECMA-262 knows no such group"), start);
        _depth--;
        return _reader.Take(')') ? group : throw PatternProblem.At(start, "a group is not closed, which begins");
    }

    // Groups are numbered by where they begin, named ones among the others.
    private GroupNode Capturing(string? name, int start = 0)
    {
        if (name is not null && _groups.Contains(name))
        {
            throw PatternProblem.At(start, $"there is a second group of the name '{name}'");
        }

        _groups.Add(name);
        int number = _groups.Count;
        return new GroupNode(Alternatives(), number, name);
    }

    private BackreferenceNode? Backreference(int start)
    {
        if (_reader.Take(@"\k"))
        {
            return Add(new(Number: null, _names.Next() ?? throw PatternProblem.At(start, "ECMA-262 knows no such escape")));
        }

        if (_reader.IsAtEscapedDigit)
        {
            _reader.Position++;
            return Add(new(_reader.TakeNumber(), Name: null));
        }

        return null;

        BackreferenceNode Add(BackreferenceNode node)
        {
            _references.Add((node, start));
            return node;
        }
    }

    private PatternNode Repeated(PatternNode node, int firstGroup)
    {
        int start = _reader.Position;
        if (Quantifier() is not (int minimum, int maximum))
        {
            return node;
        }

        if (minimum > maximum)
        {
            throw PatternProblem.At(start, "more repetitions are asked for than are allowed");
        }

        return new QuantifierNode(node, minimum, maximum, _reader.Take('?'), [.. Enumerable.Range(firstGroup, _groups.Count + 1 - firstGroup)]);
    }

    private (int Minimum, int Maximum)? Quantifier() =>
        _reader.Take('*') ? (0, int.MaxValue)
        : _reader.Take('+') ? (1, int.MaxValue)
        : _reader.Take('?') ? (0, 1)
        : Count();

    private (int Minimum, int Maximum)? Count()
    {
        int start = _reader.Position;
        if (_reader.Take('{') && _reader.TakeNumber() is { } minimum)
        {
            int maximum = _reader.Take(',') ? _reader.TakeNumber() ?? int.MaxValue : minimum;
            if (_reader.Take('}'))
            {
                return (minimum, maximum);
            }
        }

        // A brace that begins no number of repetitions stands for itself.
        _reader.Position = start;
        return null;
    }
}
