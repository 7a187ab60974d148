using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Evolink.Codegen.Naming;

/// <summary>Signs in words, since no name in C# can hold them: <c>&gt;=</c> is <c>GreaterThanOrEqual</c>.</summary>
internal static class SignNames
{
    /// <summary>Signs that mean something else together than one by one.</summary>
    private static readonly (string Sign, string Name)[] s_pairs =
    [
        ("<=", "LessThanOrEqual"), (">=", "GreaterThanOrEqual"), ("!=", "NotEqual"), ("<>", "NotEqual"), ("==", "EqualEqual"),
    ];

    private static readonly Dictionary<char, string> s_single = new()
    {
        ['-'] = "Minus",
        ['+'] = "Plus",
        ['<'] = "LessThan",
        ['>'] = "GreaterThan",
        ['='] = "Equal",
        ['!'] = "Not",
        ['~'] = "Tilde",
        ['%'] = "Percent",
        ['*'] = "Asterisk",
        ['/'] = "Slash",
        ['\\'] = "Backslash",
        ['&'] = "Ampersand",
        ['|'] = "Bar",
        ['^'] = "Caret",
        ['.'] = "Dot",
        [','] = "Comma",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['?'] = "Question",
        ['#'] = "Hash",
        ['$'] = "Dollar",
        ['@'] = "At",
        ['_'] = "Underscore",
        ['\''] = "Apostrophe",
        ['"'] = "Quote",
        ['`'] = "Backtick",
        [' '] = "Space",
        ['('] = "OpenParenthesis",
        [')'] = "CloseParenthesis",
        ['['] = "OpenBracket",
        [']'] = "CloseBracket",
        ['{'] = "OpenBrace",
        ['}'] = "CloseBrace",
    };

    /// <summary>The text with each sign as a word.</summary>
    public static string SpellAll(string text)
    {
        var spelt = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length;)
        {
            i += Append(spelt, text, i);
        }

        return spelt.ToString();
    }

    /// <summary>The sign or comparison at the start of a text as a word, where a letter or digit follows it; else nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where the rest of the text begins.</param>
    public static string SpellStart(string text, out int end)
    {
        var spelt = new StringBuilder();
        int length = text.Length > 0 && text[0] is '-' or '+' or '<' or '>' or '=' or '!' ? Append(spelt, text, 0) : 0;
        end = length < text.Length && char.IsLetterOrDigit(text[length]) ? length : 0;
        return end == 0 ? "" : spelt.ToString();
    }

    private static int Append(StringBuilder spelt, string text, int at)
    {
        (string sign, string name) = s_pairs.FirstOrDefault(pair => string.CompareOrdinal(text, at, pair.Sign, 0, pair.Sign.Length) == 0);
        if (sign is null && s_single.TryGetValue(text[at], out string? single))
        {
            (sign, name) = (text[at].ToString(), single);
        }

        // A space on each side, so that the sign is a word of its own.
        spelt.Append(sign is null ? text[at].ToString() : $" {name} ");
        return sign?.Length ?? 1;
    }
}
