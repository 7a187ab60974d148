using System;
using System.Globalization;

namespace Evolink.Codegen.Patterns;

/// <summary>A place in the text of a pattern, which moves on as it is read.</summary>
internal sealed class PatternReader(string pattern)
{
    /// <summary>In UTF-16 units, from 0.</summary>
    public int Position { get; set; }

    public bool IsAtEnd => Position == pattern.Length;

    public bool IsAt(char character) => !IsAtEnd && pattern[Position] == character;

    /// <summary>Whether a backslash with a digit from 1 to 9 is next.</summary>
    public bool IsAtEscapedDigit => IsAt('\\') && Position + 1 < pattern.Length && pattern[Position + 1] is >= '1' and <= '9';

    public bool IsAtDigit => !IsAtEnd && pattern[Position] is >= '0' and <= '9';

    public bool IsAtLetter => !IsAtEnd && pattern[Position] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public bool Take(char character)
    {
        bool isThere = IsAt(character);
        Position += isThere ? 1 : 0;
        return isThere;
    }

    public bool Take(string text)
    {
        bool isThere = string.CompareOrdinal(pattern, Position, text, 0, text.Length) == 0;
        Position += isThere ? text.Length : 0;
        return isThere;
    }

    /// <summary>The next code point. There must be one.</summary>
    public int TakeCodePoint()
    {
        bool isPair = char.IsSurrogatePair(pattern, Position);
        int codePoint = isPair ? char.ConvertToUtf32(pattern, Position) : pattern[Position];
        Position += isPair ? 2 : 1;
        return codePoint;
    }

    /// <summary>A number of any length, no larger than <see cref="int.MaxValue"/>: no text is longer. Null where no digit is next.</summary>
    public int? TakeNumber()
    {
        int start = Position;
        long number = 0;
        for (; IsAtDigit; Position++)
        {
            number = Math.Min((number * 10) + pattern[Position] - '0', int.MaxValue);
        }

        return Position == start ? null : (int)number;
    }

    /// <summary>So many hexadecimal digits; null where there are fewer.</summary>
    public int? TakeHexadecimal(int length)
    {
        // With this style of numbers a sign or a blank is none.
        if (length < 1 || Position + length > pattern.Length
            || !uint.TryParse(pattern.Substring(Position, length).TrimStart('0').PadLeft(1, '0'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint number))
        {
            return null;
        }

        Position += length;
        return number > CodePointSet.Last ? null : (int)number;
    }

    /// <summary>How far away a character is; a negative number where it does not come.</summary>
    public int DistanceTo(char character) => pattern.IndexOf(character, Position) - Position;

    /// <summary>So many UTF-16 units.</summary>
    public string TakeText(int length)
    {
        string text = pattern.Substring(Position, length);
        Position += length;
        return text;
    }
}
