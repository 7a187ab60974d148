using System.Globalization;
using System.Text;

namespace Evolink;

/// <summary>
/// Writes an ECMA-262 pattern as a .NET one that matches the same texts. What both have alike goes through, and .NET
/// judges it (parentheses, quantifiers); every character, class and class escape becomes a set of code points, which
/// <see cref="CodePointSet"/> writes in UTF-16.
/// </summary>
internal sealed partial class EcmaTranslator(string pattern)
{
    private const string WordCharacter = "[0-9A-Za-z_]";

    private readonly StringBuilder _result = new();
    private readonly List<string?> _groups = CapturingGroups(pattern);
    private int _at;
    private int _group;

    public string Translate()
    {
        while (_at < pattern.Length)
        {
            Term();
        }

        return _result.ToString();
    }

    private void Term()
    {
        switch (pattern[_at])
        {
            case '^' or '|' or ')' or '*' or '+' or '?':
                _result.Append(pattern[_at++]);
                break;
            case '$':
                _at++;
                _result.Append(@"\z");
                break;
            case '.':
                _at++;
                CharacterSets.NoLineTerminator.AppendTo(_result);
                break;
            case '(':
                Group();
                break;
            case '[':
                Class().AppendTo(_result);
                break;
            case '{':
                Quantifier();
                break;
            case '\\':
                Escape();
                break;
            default:
                CodePointSet.Of(NextCodePoint()).AppendTo(_result);
                break;
        }
    }

    // ECMA-262 counts named and unnamed groups alike, .NET the named ones last: so every group gets its number.
    private void Group()
    {
        _at++;
        foreach (string prefix in (ReadOnlySpan<string>)["?:", "?=", "?!", "?<=", "?<!"])
        {
            if (Skip(prefix))
            {
                _result.Append('(').Append(prefix);
                return;
            }
        }

        if (Skip("?<"))
        {
            Name();
        }
        else if (Skip("?"))
        {
            throw Invalid("an unknown kind of group");
        }

        _result.Append(CultureInfo.InvariantCulture, $"(?<{++_group}>");
    }

    // A brace that starts no quantifier stands for itself.
    private void Quantifier()
    {
        int end = pattern.IndexOf('}', _at);
        string[] bounds = end < 0 ? [] : pattern[(_at + 1)..end].Split(',');
        if (bounds.Length is 0 or > 2 || bounds[0].Length == 0 || bounds.Any(bound => !AsciiDigits.Only(bound)))
        {
            _at++;
            _result.Append(@"\{");
            return;
        }

        _at = end + 1;
        _result.Append('{').AppendJoin(',', bounds.Select(Clamped)).Append('}');
    }

    // No text is longer, and .NET reads no larger number.
    private static string Clamped(string bound) =>
        bound.Length == 0 || int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? bound
            : int.MaxValue.ToString(CultureInfo.InvariantCulture);

    private string Name()
    {
        int end = pattern.IndexOf('>', _at);
        string name = end < 0 ? throw Invalid("a group name without its end") : pattern[_at..end];
        _at = end + 1;
        return name;
    }

    private bool Skip(string text)
    {
        bool isHere = string.CompareOrdinal(pattern, _at, text, 0, text.Length) == 0;
        _at += isHere ? text.Length : 0;
        return isHere;
    }

    private int NextCodePoint()
    {
        bool isPair = _at + 1 < pattern.Length && char.IsSurrogatePair(pattern[_at], pattern[_at + 1]);
        int codePoint = isPair ? char.ConvertToUtf32(pattern[_at], pattern[_at + 1]) : pattern[_at];
        _at += isPair ? 2 : 1;
        return codePoint;
    }

    private ArgumentException Invalid(string problem) =>
        new(FormattableString.Invariant($"The pattern {pattern} has {problem} at {_at}."));

    // A reference may come before its group, so all groups are known first: the name, or null, of each.
    private static List<string?> CapturingGroups(string pattern)
    {
        List<string?> groups = [];
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            ReadOnlySpan<char> rest = pattern.AsSpan(i);
            switch (rest[0])
            {
                case '\\':
                    i++;
                    break;
                case '[' or ']':
                    inClass = rest[0] == '[';
                    break;
                case '(' when !inClass && rest is ['(', '?', '<', not ('=' or '!'), ..] && rest.Contains('>'):
                    groups.Add(rest[3..rest.IndexOf('>')].ToString());
                    break;
                case '(' when !inClass && rest is not ['(', '?', ..]:
                    groups.Add(null);
                    break;
                default:
                    break;
            }
        }

        return groups;
    }
}
