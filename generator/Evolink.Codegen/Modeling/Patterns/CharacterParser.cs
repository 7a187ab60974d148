using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Evolink.Codegen.Modeling.Patterns;

/// <summary>Reads what stands for one character: itself, an escape, a class.</summary>
/// <param name="pattern">The pattern, by code points.</param>
internal sealed class CharacterParser(int[] pattern)
{
    private int position;

    public bool IsAtEnd => position == pattern.Length;

    public bool IsAt(char character) => !IsAtEnd && pattern[position] == character;

    public bool Take(char character)
    {
        bool isThere = IsAt(character);
        position += isThere ? 1 : 0;
        return isThere;
    }

    public IEnumerable<int> While(Func<int, bool> isWanted)
    {
        while (!IsAtEnd && isWanted(pattern[position]))
        {
            yield return pattern[position++];
        }
    }

    /// <summary>Which characters are meant by what comes next; null where that is no character.</summary>
    public Func<int, bool>? Single()
    {
        if (Take('['))
        {
            return Class();
        }

        if (Take('.'))
        {
            return static point => point is not ('\n' or '\r' or 0x2028 or 0x2029);
        }

        if (Take('\\'))
        {
            return Set() ?? (Escaped() is { } escaped ? point => point == escaped : null);
        }

        if (IsAtEnd || "*+?{}()|]".IndexOf((char)pattern[position]) >= 0)
        {
            return null;
        }

        int literal = pattern[position++];
        return point => point == literal;
    }

    private Func<int, bool>? Class()
    {
        bool isNegated = Take('^');
        var sets = new List<Func<int, bool>>();
        while (!Take(']'))
        {
            if (IsAtEnd || ClassItem() is not { } set)
            {
                return null;
            }

            sets.Add(set);
        }

        return point => sets.Any(set => set(point)) != isNegated;
    }

    private Func<int, bool>? ClassItem()
    {
        bool isEscape = Take('\\');
        if (isEscape && Set() is { } set)
        {
            return set;
        }

        int? first = isEscape ? Escaped() : pattern[position++];
        // A hyphen at the end of a class is one.
        if (!IsAt('-') || position + 1 >= pattern.Length || pattern[position + 1] == ']')
        {
            return first is null ? null : point => point == first;
        }

        position++;
        int? last = Take('\\') ? Escaped() : pattern[position++];
        return first is null || last is null ? null : point => point >= first && point <= last;
    }

    /// <summary>The escapes that stand for several characters, which are those of ASCII but for white space.</summary>
    private Func<int, bool>? Set() =>
        Take('d') ? IsDigit
        : Take('D') ? static point => !IsDigit(point)
        : Take('w') ? IsWord
        : Take('W') ? static point => !IsWord(point)
        : Take('s') ? IsSpace
        : Take('S') ? static point => !IsSpace(point)
        : null;

    private int? Escaped() =>
        Take('t') ? '\t'
        : Take('n') ? '\n'
        : Take('v') ? '\v'
        : Take('f') ? '\f'
        : Take('r') ? '\r'
        : Take('x') ? Hexadecimal(2)
        : Take('u') ? Hexadecimal(4)
        : IsAtEnd || IsWord(pattern[position]) ? null
        : pattern[position++];

    private int? Hexadecimal(int length)
    {
        string digits = new([.. pattern.Skip(position).Take(length).Select(point => (char)point)]);
        position += digits.Length;
        return digits.Length == length && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int point)
            && point is < 0xD800 or > 0xDFFF ? point : null;
    }

    private static bool IsDigit(int point) => point is >= '0' and <= '9';

    private static bool IsWord(int point) => IsDigit(point) || point is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsSpace(int point) => point is (>= '\t' and <= '\r') or 0xFEFF or 0x2028 or 0x2029
        || (point <= char.MaxValue && char.GetUnicodeCategory((char)point) == UnicodeCategory.SpaceSeparator);
}
