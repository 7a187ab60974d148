using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Evolink.Codegen.Types;

/// <summary>A description, asked what it states already.</summary>
internal sealed class Prose(string text)
{
    /// <summary>How far before a value the word default may stand, in characters.</summary>
    private const int NearWord = 24;

    /// <summary>Whether it holds each of the words, not as a part of another: 25 is not stated by 2500 nor by 2.5.</summary>
    public bool States(IEnumerable<string> words) => words.All(word => Forms(word).Any(form => Occurrences(form).Any()));

    /// <summary>Whether it holds the value and calls it the default.</summary>
    public bool StatesDefault(string value) => Occurrences(value).Any(index =>
    {
        int start = Math.Max(0, index - NearWord);
        return text.IndexOf("default", start, index + value.Length - start, StringComparison.OrdinalIgnoreCase) >= 0;
    });

    /// <summary>The ways to write a word: 2500 is also 2,500.</summary>
    private static string[] Forms(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1000
        ? [word, number.ToString("N0", CultureInfo.InvariantCulture)]
        : [word];

    /// <summary>Where a word stands by itself.</summary>
    private IEnumerable<int> Occurrences(string word)
    {
        for (int index = text.IndexOf(word, StringComparison.Ordinal); index >= 0 && word.Length > 0; index = text.IndexOf(word, index + 1, StringComparison.Ordinal))
        {
            if (IsEnd(index - 1, -1) && IsEnd(index + word.Length, 1))
            {
                yield return index;
            }
        }
    }

    /// <summary>Whether a word ends before the character at an index; a sign or point between digits belongs to the number.</summary>
    private bool IsEnd(int index, int direction)
    {
        if (index < 0 || index >= text.Length)
        {
            return true;
        }

        return text[index] switch
        {
            '_' => false,
            '.' or ',' or '-' => !IsLetterOrDigit(index + direction),
            _ => !IsLetterOrDigit(index),
        };
    }

    private bool IsLetterOrDigit(int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
}
