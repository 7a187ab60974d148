using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>
/// <c>x-evolink-compare: [{ sum: [count(image_urls), n], max: 15 }, { difference: [end, start], min: 10, max: 30 }]</c>, and
/// <c>x-evolink-max-items-total: [{ of: [image_urls, video_urls], max: 5 }]</c>, which is a sum of counts: limits that JSON Schema cannot say.
/// </summary>
internal static class CompareKeyword
{
    public const string Name = "x-evolink-compare", MaxItemsTotal = "x-evolink-max-items-total";

    private const string CountStart = "count(", CountEnd = ")";
    private static readonly string[] s_range = [""];

    /// <summary>The form of a keyword, in words that follow “expected”.</summary>
    public static string Expected(string keyword) => keyword == Name
        ? "a list of { sum: [operands], min: a number, max: a number }, or difference: [two operands]; an operand is the name of a number of this schema, or count(the name of an array); one of min and max can be left out"
        : "a list of { of: [names of arrays of this schema], max: a count }";

    /// <summary>What the parts of a schema compare, or why a part of that is ignored.</summary>
    public static IEnumerable<(Comparison? Comparison, ExtensionProblem? Problem, string Keyword)> Read(SchemaView view) =>
        view.First(MaxItemsTotal) is null && view.First(Name) is null ? [] : view.Parts.SelectMany(part => Read(part, MaxItemsTotal).Concat(Read(part, Name)));

    /// <summary>What a member of an object is told about itself and others.</summary>
    public static IEnumerable<string> Facts(SchemaView view, string jsonName) => Read(view)
        .Where(read => read.Problem is null && read.Comparison!.Operands.Any(operand => operand.JsonName == jsonName))
        .Select(read => read.Comparison!.Fact());

    private static IEnumerable<(Comparison?, ExtensionProblem?, string)> Read(SpecNode schema, string keyword)
    {
        if (schema[keyword] is not { } list)
        {
            yield break;
        }

        if (list.Kind != SpecNodeKind.Array)
        {
            yield return (null, new ExtensionProblem(list, Expected(keyword)), keyword);
            yield break;
        }

        foreach (SpecNode entry in list.Items)
        {
            ExtensionProblem? problem = Problem(entry, keyword);
            yield return (problem is null ? Create(schema, entry, keyword) : null, problem, keyword);
        }
    }

    private static Comparison Create(SpecNode schema, SpecNode entry, string keyword) => new(
        keyword, schema, entry, entry.Has("difference"), [.. Operands(entry, keyword)!.Items.Select(node => Operand(node, keyword))], entry["min"]?.Text, entry["max"]?.Text);

    private static ExtensionProblem? Problem(SpecNode entry, string keyword)
    {
        string expected = Expected(keyword);
        return ExtensionProblem.OfMembers(entry, member => IsValid(member, keyword), expected)
            ?? (HasOperands(entry, keyword) && (entry.Has("max") || (entry.Has("min") && keyword == Name))
                ? ExtensionProblem.OfRanges(entry, s_range)
                : new ExtensionProblem(entry, expected));
    }

    private static bool HasOperands(SpecNode entry, string keyword) => Operands(entry, keyword)?.Items.Count switch
    {
        null or 0 => false,
        2 => !(entry.Has("sum") && entry.Has("difference")),
        _ => !entry.Has("difference"),
    };

    private static bool IsValid(SpecMember member, string keyword) => (member.Name, keyword) switch
    {
        ("sum" or "difference", Name) or ("of", MaxItemsTotal) => member.Value.Kind == SpecNodeKind.Array && member.Value.Items.All(item => item.Kind == SpecNodeKind.String),
        ("min" or "max", Name) => member.Value.Kind == SpecNodeKind.Number && ExactNumber.ParseDecimal(member.Value.Text) is not null,
        ("max", _) => member.Value.Kind == SpecNodeKind.Number && ExactNumber.ParseCount(member.Value.Text) is not null,
        _ => false,
    };

    private static SpecNode? Operands(SpecNode entry, string keyword) => keyword == MaxItemsTotal ? entry["of"] : entry["sum"] ?? entry["difference"];

    private static ComparedName Operand(SpecNode node, string keyword)
    {
        string text = node.Text;
        bool isCount = text.StartsWith(CountStart, StringComparison.Ordinal) && text.EndsWith(CountEnd, StringComparison.Ordinal);
        return keyword == MaxItemsTotal ? new ComparedName(text, IsCount: true, node)
            : isCount ? new ComparedName(text.Substring(CountStart.Length, text.Length - CountStart.Length - CountEnd.Length).Trim(), IsCount: true, node)
            : new ComparedName(text, IsCount: false, node);
    }
}
