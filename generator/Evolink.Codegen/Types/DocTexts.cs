using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>The documentation of a schema: its description, and facts such as its default.</summary>
internal static class DocTexts
{
    private const int LongestExample = 100;
    private const int MostValues = 12;

    /// <summary>How far before a value the word default may stand, in characters.</summary>
    private const int NearWord = 24;

    public static DocText FromSchema(SchemaView view, string whenSilent)
    {
        DocText prose = FromProse(view.Text("description") ?? view.Text("title") ?? "", whenSilent);
        return prose with { Facts = string.Join(" ", Facts(view, view.Text("description") ?? "")) };
    }

    /// <summary>The first paragraph sums up; the rest are remarks.</summary>
    public static DocText FromProse(string text, string whenSilent)
    {
        string[] lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Trim().Split('\n');
        int end = Array.FindIndex(lines, string.IsNullOrWhiteSpace);
        string summary = string.Join("\n", end < 0 ? lines : lines.Take(end)).Trim();
        string remarks = end < 0 ? "" : string.Join("\n", lines.Skip(end)).Trim();
        return new DocText(summary.Length == 0 ? whenSilent : summary, remarks) { IsSilent = summary.Length == 0 };
    }

    /// <summary>The facts that the prose does not state already.</summary>
    private static IEnumerable<string> Facts(SchemaView view, string prose)
    {
        SpecNode? preset = view.First("default");
        if (preset is not null && IsScalar(preset) && !StatesDefault(prose, preset.Text))
        {
            yield return $"Default: {preset.Text}.";
        }

        foreach (string fact in new[] { Range(view), Extent(view, "Length", "characters"), Extent(view, "Items", "items") })
        {
            if (fact.Length > 0 && !States(prose, Numbers(fact)))
            {
                yield return fact;
            }
        }

        if (MediaKeyword.Fact(view) is { } media)
        {
            yield return media;
        }

        IReadOnlyList<SpecNode> values = SchemaValues.Resolve(view);
        bool areScalars = values.All(IsScalar);
        if (values.Count is > 1 and <= MostValues && areScalars && !States(prose, values.Select(item => item.Text)))
        {
            yield return $"Values: {string.Join(", ", values.Select(item => item.Text))}.";
        }

        SpecNode? example = view.First("example") ?? (view.First("examples") is { Items.Count: > 0 } examples ? examples.Items[0] : null);
        if (example is not null && IsScalar(example) && example.Text.Length is > 0 and <= LongestExample
            && example.Text != preset?.Text && !values.Any(item => item.Text == example.Text) && !States(prose, [example.Text]))
        {
            yield return $"Example: {example.Text}";
        }
    }

    private static IEnumerable<string> Numbers(string fact) => fact.TrimEnd('.').Split(' ', ',').Where(word => word.Any(char.IsDigit));

    /// <summary>Whether the prose holds each of the words, not as a part of another: 25 is not stated by 2500 nor by 2.5.</summary>
    private static bool States(string prose, IEnumerable<string> words) => words.All(word => Forms(word).Any(form => HoldsWord(prose, form)));

    private static bool HoldsWord(string prose, string word) =>
        Indexes(prose, word).Any(index => IsEnd(prose, index - 1, -1) && IsEnd(prose, index + word.Length, 1));

    /// <summary>The ways to write a word: 2500 is also 2,500.</summary>
    private static string[] Forms(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1000
        ? [word, number.ToString("N0", CultureInfo.InvariantCulture)]
        : [word];

    private static bool StatesDefault(string prose, string value) =>
        Indexes(prose, value).Any(index => IsEnd(prose, index - 1, -1) && IsEnd(prose, index + value.Length, 1)
            && prose.Substring(Math.Max(0, index - NearWord), Math.Min(index, NearWord) + value.Length).IndexOf("default", StringComparison.OrdinalIgnoreCase) >= 0);

    private static IEnumerable<int> Indexes(string text, string word)
    {
        for (int index = text.IndexOf(word, StringComparison.Ordinal); index >= 0 && word.Length > 0; index = text.IndexOf(word, index + 1, StringComparison.Ordinal))
        {
            yield return index;
        }
    }

    /// <summary>Whether a word ends before the character at an index; a sign or point between digits belongs to the number.</summary>
    private static bool IsEnd(string text, int index, int direction)
    {
        if (index < 0 || index >= text.Length || (!char.IsLetterOrDigit(text[index]) && text[index] is not ('.' or ',' or '-' or '_')))
        {
            return true;
        }

        int next = index + direction;
        return !char.IsLetterOrDigit(text[index]) && text[index] != '_' && (next < 0 || next >= text.Length || !char.IsLetterOrDigit(text[next]));
    }

    private static string Range(SchemaView view)
    {
        string low = view.First("minimum") is { } minimum ? $"at least {minimum.Text}"
            : view.First("exclusiveMinimum") is { } above ? $"above {above.Text}" : "";
        string high = view.First("maximum") is { } maximum ? $"at most {maximum.Text}"
            : view.First("exclusiveMaximum") is { } below ? $"below {below.Text}" : "";
        return Sentence(low, high);
    }

    private static string Extent(SchemaView view, string keyword, string unit)
    {
        string low = view.First("min" + keyword) is { } minimum && minimum.Text != "0" ? $"at least {minimum.Text}" : "";
        string high = view.First("max" + keyword) is { } maximum ? $"at most {maximum.Text}" : "";
        return low.Length + high.Length == 0 ? "" : $"{Sentence(low, high).TrimEnd('.')} {(IsOne(high.Length > 0 ? high : low) ? unit.TrimEnd('s') : unit)}.";
    }

    private static bool IsOne(string bound) => bound is "at least 1" or "at most 1";

    private static string Sentence(string low, string high)
    {
        string both = low.Length > 0 && high.Length > 0 ? $"{low}, {high}" : low + high;
        return low.Length > 0 && low.Replace("at least", "at most") == high ? "Exactly" + low.Substring("at least".Length) + "."
            : both.Length == 0 ? "" : char.ToUpperInvariant(both[0]) + both.Substring(1) + ".";
    }

    private static bool IsScalar(SpecNode node) => node.Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean;
}
