using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Evolink.Codegen.Parsing;

/// <summary>
/// A tree of the events of YamlDotNet's parser, which keeps its own stack on the heap and is only asked for the next event
/// within the budgets. Its representation model recurses, and is not used.
/// </summary>
internal sealed class YamlTreeBuilder
{
    // YAML 1.1 has it, and 1.2 leaves it to its users; documents that are written by hand do use it.
    private const string MergeKey = "<<";

    private readonly TreeAssembler _tree;
    private readonly YamlText _text;

    // An anchor leads to null until its node is complete: an alias before that lies within what it names.
    private readonly Dictionary<string, SpecNode?> _anchors = [];
    private readonly Stack<string?> _openAnchors = new();

    private YamlTreeBuilder(YamlText text, TreeAssembler tree) => (_text, _tree) = (text, tree);

    /// <summary>Reads the first document.</summary>
    /// <exception cref="SpecSyntaxException">The text is no YAML, or more than the budgets allow.</exception>
    public static SpecNode? Build(string text, TreeAssembler tree, CancellationToken ct)
    {
        var prepared = YamlText.Prepare(text);
        try
        {
            new YamlTreeBuilder(prepared, tree).Read(new Parser(new StringReader(prepared.Text)), ct);
            return tree.Root;
        }
        catch (YamlException problem)
        {
            throw YamlProblem.Describe(problem, prepared);
        }
        catch (ArgumentException)
        {
            // Seen where an escape in double quotes is half of a pair; it comes without a position.
            throw YamlProblem.HalfEscaped(tree.Innermost);
        }
        catch (InvalidOperationException)
        {
            // Seen where a flow collection is not closed before the next line's key; it comes without a position.
            throw YamlProblem.Unclosed(tree.Innermost);
        }
    }

    private void Read(Parser parser, CancellationToken ct)
    {
        int documents = 0;
        while (parser.MoveNext())
        {
            ct.ThrowIfCancellationRequested();
            if (parser.Current is DocumentStart start && ++documents > 1)
            {
                _tree.Report(DiagnosticIds.SeveralDocuments, Line(start), Column(start), "A second YAML document starts here. Only the first is read: move this one to a file of its own.");
                return;
            }

            Take(parser.Current!);
        }
    }

    private void Take(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart mapping:
                Open(SpecNodeKind.Object, mapping);
                break;
            case SequenceStart sequence:
                Open(SpecNodeKind.Array, sequence);
                break;
            case MappingEnd or SequenceEnd:
                Remember(_openAnchors.Pop(), _tree.Close());
                break;
            case Scalar scalar when _tree.ExpectsName:
                TakeName(scalar);
                break;
            case Scalar scalar:
                TakeScalar(scalar);
                break;
            case AnchorAlias alias:
                TakeAlias(alias);
                break;
        }
    }

    private void Open(SpecNodeKind kind, NodeEvent start)
    {
        if (_tree.ExpectsName) throw NoName(start);

        string? anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null) _anchors[anchor] = null;
        _openAnchors.Push(anchor);
        _tree.Open(kind, Line(start), Column(start));
    }

    private void TakeName(Scalar scalar)
    {
        string name = _text.Restore(scalar.Value);
        if (!scalar.Anchor.IsEmpty) _anchors[scalar.Anchor.Value] = SpecNode.Scalar(SpecNodeKind.String, Line(scalar), Column(scalar), name);
        _tree.Name(name, Line(scalar), Column(scalar), isMerge: name == MergeKey && scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true });
    }

    private void TakeScalar(Scalar scalar)
    {
        (SpecNodeKind kind, string text) = CoreSchema.Resolve(scalar, _text.Restore(scalar.Value));
        var node = SpecNode.Scalar(kind, Line(scalar), Column(scalar), text);
        _tree.Add(node);
        if (!scalar.Anchor.IsEmpty) Remember(scalar.Anchor.Value, node);
    }

    private void TakeAlias(AnchorAlias alias)
    {
        string name = alias.Value.Value;
        bool isKnown = _anchors.TryGetValue(name, out SpecNode? target);
        if (_tree.ExpectsName)
        {
            if (target is null or { Kind: SpecNodeKind.Object or SpecNodeKind.Array }) throw NoName(alias);
            _tree.Name(target.Text, Line(alias), Column(alias));
        }
        else if (target is not null)
        {
            _tree.AddCopy(target, Line(alias), Column(alias));
        }
        else
        {
            string shown = MessageText.Truncate(name);
            string problem = isKnown
                ? $"The alias *{shown} lies within the value that it names, which would never end; it is read as null. Write a reference to a component instead."
                : $"The alias *{shown} has no anchor &{shown} above it; it is read as null. Add the anchor, or quote the text if no alias is meant.";
            _tree.Report(DiagnosticIds.InvalidSyntax, Line(alias), Column(alias), problem);
            _tree.Add(SpecNode.Scalar(SpecNodeKind.Null, Line(alias), Column(alias), "null"));
        }
    }

    private void Remember(string? anchor, SpecNode node)
    {
        if (anchor is not null) _anchors[anchor] = node;
    }

    private SpecSyntaxException NoName(ParsingEvent found) =>
        new(Line(found), Column(found), "A key is a list or a mapping here, and keys have to be text. Quote it if the braces or brackets belong to a text.");

    private int Line(ParsingEvent @event) => _text.PlaceOf(@event.Start).Line;

    private int Column(ParsingEvent @event) => _text.PlaceOf(@event.Start).Column;
}
