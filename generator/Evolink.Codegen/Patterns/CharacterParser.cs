using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Patterns;

/// <summary>Reads what stands for one code point: an escape, a class.</summary>
internal sealed class CharacterParser(PatternReader reader)
{
    /// <summary>
    /// What an escape stands for whose backslash is next. A sign may always be escaped, as it may without the <c>u</c> flag; a
    /// letter or digit without a meaning may not: who writes <c>\A</c>, <c>\z</c> or <c>\8</c> means another flavour of patterns.
    /// </summary>
    public CharacterClass Escape()
    {
        int start = reader.Position++;
        return Property(start) ?? Shorthand() ?? CharacterClass.Listed(CodePointSet.Create(Escaped() ?? throw Unknown(start)));
    }

    /// <summary><c>[a-z\d]</c>, <c>[^…]</c>, <c>[]</c> (nothing) and <c>[^]</c> (anything), whose bracket has been taken.</summary>
    public CharacterClass Class()
    {
        int start = reader.Position - 1;
        bool isNegated = reader.Take('^');
        var ranges = new List<(int First, int Last)>();
        var properties = new List<CharacterProperty>();
        while (!reader.Take(']'))
        {
            CharacterClass first = Member(start);
            if (!reader.Take('-'))
            {
                Add(first);
                continue;
            }

            // A hyphen at the end of a class is one.
            if (reader.IsAt(']'))
            {
                Add(first);
                ranges.Add(('-', '-'));
                continue;
            }

            int at = reader.Position;
            CharacterClass last = Member(start);
            if (first.Single is { } from && last.Single is { } to)
            {
                ranges.Add(from <= to ? (from, to) : throw PatternProblem.At(at, "a range of characters runs backwards"));
            }
            else
            {
                // Beside what stands for several characters, too, as it may without the `u` flag.
                Add(first);
                ranges.Add(('-', '-'));
                Add(last);
            }
        }

        return new(CodePointSet.Create(ranges), properties, isNegated);

        void Add(CharacterClass member)
        {
            ranges.AddRange(member.Points.Ranges);
            properties.AddRange(member.Properties);
        }
    }

    /// <summary>A code point that may be written <c>\u0061</c> or <c>\u{61}</c>, in the name of a group; null where that is no escape.</summary>
    public int? NameCodePoint() => !reader.Take('\\') ? reader.TakeCodePoint() : reader.Take('u') ? UnicodeEscape() : null;

    private CharacterClass Member(int start)
    {
        if (reader.IsAtEnd)
        {
            throw PatternProblem.At(start, "a class of characters is not closed, which begins");
        }

        return reader.Take(@"\b") ? CharacterClass.Listed(CodePointSet.Create('\b'))
            : reader.IsAt('\\') ? Escape()
            : CharacterClass.Listed(CodePointSet.Create(reader.TakeCodePoint()));
    }

    private CharacterClass? Shorthand()
    {
        CodePointSet? points = reader.Take('d') ? CharacterSets.Digit
            : reader.Take('D') ? CharacterSets.Digit.Complement()
            : reader.Take('w') ? CharacterSets.Word
            : reader.Take('W') ? CharacterSets.Word.Complement()
            : reader.Take('s') ? CharacterSets.Space
            : reader.Take('S') ? CharacterSets.Space.Complement()
            : null;
        return points is null ? null : CharacterClass.Listed(points);
    }

    private int? Escaped() =>
        reader.Take('t') ? '\t'
        : reader.Take('n') ? '\n'
        : reader.Take('v') ? '\v'
        : reader.Take('f') ? '\f'
        : reader.Take('r') ? '\r'
        : reader.Take('0') ? reader.IsAtDigit ? null : 0
        : reader.Take('c') ? ControlLetter()
        : reader.Take('x') ? reader.TakeHexadecimal(2)
        : reader.Take('u') ? UnicodeEscape()
        : reader.IsAtEnd || reader.IsAtDigit || reader.IsAtLetter ? null
        : reader.TakeCodePoint();

    private int? ControlLetter() => reader.IsAtLetter ? reader.TakeCodePoint() % 32 : null;

    private int? UnicodeEscape()
    {
        if (reader.Take('{'))
        {
            int? codePoint = reader.TakeHexadecimal(reader.DistanceTo('}'));
            return reader.Take('}') ? codePoint : null;
        }

        int? unit = reader.TakeHexadecimal(4);
        int afterUnit = reader.Position;
        if (unit is >= 0xD800 and <= 0xDBFF && reader.Take(@"\u") && reader.TakeHexadecimal(4) is >= 0xDC00 and <= 0xDFFF and int low)
        {
            // Two escapes that are a pair are one code point.
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        reader.Position = afterUnit;
        return unit;
    }

    private CharacterClass? Property(int start)
    {
        bool isNegated = reader.IsAt('P');
        if (!reader.Take('p') && !reader.Take('P'))
        {
            return null;
        }

        int length = reader.Take('{') ? reader.DistanceTo('}') : -1;
        string name = length < 0 ? throw Unknown(start) : reader.TakeText(length);
        reader.Take('}');
        CharacterClass known = UnicodeProperties.Find(name)
            ?? throw PatternProblem.At(start, $"the property '{name}' is none of the general categories, which are what is supported,");
        return !isNegated ? known : new(
            known.Properties.Count > 0 ? CodePointSet.Empty : known.Points.Complement(),
            [.. known.Properties.Select(static property => property with { IsNegated = true })],
            IsNegated: false);
    }

    private static FormatException Unknown(int start) => PatternProblem.At(start, "ECMA-262 knows no such escape");
}
