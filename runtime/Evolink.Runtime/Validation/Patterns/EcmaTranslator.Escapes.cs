using System.Globalization;

namespace Evolink;

internal sealed partial class EcmaTranslator
{
    // Outside of a class. The pattern stands on the backslash.
    private void Escape()
    {
        char kind = _at + 1 < pattern.Length ? pattern[_at + 1] : throw Invalid("a backslash and nothing after it");
        switch (kind)
        {
            case 'b':
                _at += 2;
                _result.Append($"(?:(?<={WordCharacter})(?!{WordCharacter})|(?<!{WordCharacter})(?={WordCharacter}))");
                break;
            case 'B':
                _at += 2;
                _result.Append($"(?:(?<={WordCharacter})(?={WordCharacter})|(?<!{WordCharacter})(?!{WordCharacter}))");
                break;
            case 'k':
                _at += 2;
                Reference(Skip("<") ? _groups.IndexOf(Name()) + 1 : 0);
                break;
            case >= '1' and <= '9':
                _at++;
                int digits = AsciiDigits.Leading(pattern.AsSpan(_at));
                bool fits = int.TryParse(pattern.AsSpan(_at, digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
                Reference(fits ? number : 0);
                _at += digits;
                break;
            default:
                EscapedSet().AppendTo(_result);
                break;
        }
    }

    // A group that has not matched yet is matched by nothing, which is everywhere; in .NET the reference would fail.
    private void Reference(int group)
    {
        if (group < 1 || group > _groups.Count)
        {
            throw Invalid("a reference to no group");
        }

        _result.Append(CultureInfo.InvariantCulture, $@"(?({group})\k<{group}>|)");
    }

    /// <summary>The characters that an escape stands for, inside and outside of a class.</summary>
    private CodePointSet EscapedSet()
    {
        _at++;
        char kind = _at < pattern.Length ? pattern[_at++] : throw Invalid("a backslash and nothing after it");
        return kind switch
        {
            'd' => CharacterSets.Digit,
            'D' => CharacterSets.Digit.Complement(),
            'w' => CharacterSets.Word,
            'W' => CharacterSets.Word.Complement(),
            's' => CharacterSets.Space,
            'S' => CharacterSets.Space.Complement(),
            'p' => Property(),
            'P' => Property().Complement(),
            't' => CodePointSet.Of('\t'),
            'n' => CodePointSet.Of('\n'),
            'v' => CodePointSet.Of('\v'),
            'f' => CodePointSet.Of('\f'),
            'r' => CodePointSet.Of('\r'),
            '0' when _at == pattern.Length || !char.IsAsciiDigit(pattern[_at]) => CodePointSet.Of(0),
            'c' when _at < pattern.Length && char.IsAsciiLetter(pattern[_at]) => CodePointSet.Of(pattern[_at++] % 32),
            'x' => CodePointSet.Of(Hexadecimal(2)),
            'u' => CodePointSet.Of(UnicodeEscape()),
            _ when char.IsAsciiLetterOrDigit(kind) => throw Invalid($@"\{kind}, which has no meaning,"),
            _ => Itself(),
        };
    }

    // \/ \. \- and the like.
    private CodePointSet Itself()
    {
        _at--;
        return CodePointSet.Of(NextCodePoint());
    }

    private int UnicodeEscape()
    {
        if (Skip("{"))
        {
            int end = pattern.IndexOf('}', _at);
            int codePoint = Hexadecimal(end - _at);
            _at++;
            return codePoint <= CodePointSet.Last ? codePoint : throw Invalid("a code point beyond Unicode");
        }

        int unit = Hexadecimal(4);
        if (!char.IsHighSurrogate((char)unit) || !Skip(@"\u"))
        {
            return unit;
        }

        // Two escapes that are a pair are one character.
        int back = _at - 2;
        if (_at < pattern.Length && pattern[_at] != '{' && Hexadecimal(4) is int low && char.IsLowSurrogate((char)low))
        {
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        _at = back;
        return unit;
    }

    private int Hexadecimal(int length)
    {
        if (length < 1 || _at + length > pattern.Length
            || !int.TryParse(pattern.AsSpan(_at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            || value < 0)
        {
            throw Invalid("an escape without its hexadecimal digits");
        }

        _at += length;
        return value;
    }

    private CodePointSet Property()
    {
        int end = Skip("{") ? pattern.IndexOf('}', _at) : -1;
        string name = end < 0 ? throw Invalid(@"\p without {…}") : pattern[_at..end];
        _at = end + 1;
        return UnicodeProperties.Find(name) ?? throw Invalid($@"\p{{{name}}}, which is not supported,");
    }
}
