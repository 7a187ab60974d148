using System.Globalization;
using System.Text;
using Evolink.Codegen.Patterns;

namespace Evolink.Runtime.Validation.Patterns;

/// <summary>
/// Writes an ECMA-262 pattern as a .NET one that matches the same texts. Every character, class and class escape becomes a
/// set of code points, which <see cref="CodePoints"/> writes in UTF-16.
/// </summary>
internal sealed class PatternTranslator
{
    private const string WordCharacter = "[0-9A-Za-z_]";

    // Between the halves of a pair no pattern begins or ends.
    private const string NotWithinPair = @"(?:(?<![\uD800-\uDBFF])|(?![\uDC00-\uDFFF]))";

    private readonly StringBuilder _result = new();
    private readonly PatternTree _tree;
    private readonly ISet<int> _referenced;

    private PatternTranslator(PatternTree tree) => (_tree, _referenced) = (tree, tree.Referenced);

    /// <summary>The .NET pattern, for <see cref="System.Text.RegularExpressions.RegexOptions.CultureInvariant"/>.</summary>
    /// <exception cref="ArgumentException">The text is no ECMA-262 pattern, or uses what .NET has no table for (<c>\p{Script=…}</c>).</exception>
    public static string Translate(string pattern)
    {
        try
        {
            return new PatternTranslator(PatternParser.Parse(pattern)).Translate();
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"The pattern {pattern} is none of ECMA-262: {exception.Message}", nameof(pattern), exception);
        }
    }

    private string Translate()
    {
        // What takes a character is whole by itself; what takes none could be found within a pair.
        if (PatternLengths.CanBeEmpty(_tree.Root) && PatternLengths.LooksAround(_tree.Root))
        {
            _result.Append(NotWithinPair).Append("(?:");
            Write(_tree.Root);
            _result.Append(')');
        }
        else
        {
            Write(_tree.Root);
        }

        return _result.ToString();
    }

    private void Write(PatternNode node)
    {
        switch (node)
        {
            case SequenceNode sequence:
                foreach (PatternNode part in sequence.Nodes)
                {
                    Write(part);
                }

                break;
            case AlternativesNode alternatives:
                for (int i = 0; i < alternatives.Nodes.Count; i++)
                {
                    _result.Append(i > 0 ? "|" : "");
                    Write(alternatives.Nodes[i]);
                }

                break;
            case CharacterNode character:
                _result.Append(CodePoints.Pattern(character.Class));
                break;
            case AnchorNode anchor:
                Write(anchor.Anchor);
                break;
            case GroupNode group:
                // .NET counts named groups last: so every group is named by its number.
                Write(group.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"(?<{number}>") : "(?:", group.Node);
                break;
            case LookaroundNode look:
                Write((look.IsBehind, look.IsNegated) switch { (false, false) => "(?=", (false, true) => "(?!", (true, false) => "(?<=", _ => "(?<!" }, look.Node);
                break;
            case QuantifierNode quantifier:
                Write(quantifier);
                break;
            case BackreferenceNode reference:
                Write(reference);
                break;
            default:
                throw new NotSupportedException($"A pattern has a part of the kind {node.GetType().Name}, which is not translated.");
        }
    }

    private void Write(string opening, PatternNode node)
    {
        _result.Append(opening);
        Write(node);
        _result.Append(')');
    }

    private void Write(PatternAnchor anchor) => _result.Append(anchor switch
    {
        PatternAnchor.Start => "^",
        PatternAnchor.End => @"\z",
        PatternAnchor.WordBoundary => $"(?:(?<={WordCharacter})(?!{WordCharacter})|(?<!{WordCharacter})(?={WordCharacter}))",
        _ => $"(?:(?<={WordCharacter})(?={WordCharacter})|(?<!{WordCharacter})(?!{WordCharacter}))",
    });

    private void Write(QuantifierNode quantifier)
    {
        // In ECMA-262 a group forgets what it has matched when a repetition around it begins again.
        int[] forgotten = quantifier.Maximum > 1 ? [.. quantifier.Groups.Where(_referenced.Contains)] : [];
        if (forgotten.Length > 0)
        {
            _result.Append("(?:").AppendJoin("", forgotten.Select(group => string.Create(CultureInfo.InvariantCulture, $"(?({group})(?<-{group}>))")));
        }

        Write(quantifier.Node);
        _result.Append(forgotten.Length > 0 ? ")" : "");
        _result.Append((quantifier.Minimum, quantifier.Maximum) switch
        {
            (0, int.MaxValue) => "*",
            (1, int.MaxValue) => "+",
            (0, 1) => "?",
            (var least, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"{{{least},}}"),
            var (least, most) => string.Create(CultureInfo.InvariantCulture, $"{{{least},{most}}}"),
        });
        _result.Append(quantifier.IsLazy ? "?" : "");
    }

    // A group that has not matched yet is matched by nothing, which is everywhere; in .NET the reference would fail.
    private void Write(BackreferenceNode reference)
    {
        int group = _tree.NumberOf(reference);
        _result.Append(CultureInfo.InvariantCulture, $@"(?:(?({group})\k<{group}>|){NotWithinPair})");
    }
}
