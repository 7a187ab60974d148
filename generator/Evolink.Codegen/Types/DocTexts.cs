using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>The documentation of a schema: its description, and facts such as its default.</summary>
internal static class DocTexts
{
    private const int LongestExample = 100;
    private const int MostValues = 12;

    public static DocText FromSchema(SchemaView view, string whenSilent)
    {
        string? description = view.Text("description");
        DocText prose = FromProse(description ?? view.Text("title") ?? "", whenSilent);
        return prose with { Facts = string.Join(" ", Facts(view, new Prose(description ?? ""))), Advice = [.. AdviceKeyword.Read(view).Select(Complete)] };
    }

    /// <summary>The documentation of a member: that of its schema, and what the object demands of it together with others.</summary>
    public static DocText FromMember(MemberDraft member, SchemaView owner)
    {
        string whenSilent = $"The '{member.JsonName}' member.";
        DocText own = member.View is { } view ? FromSchema(view, whenSilent) : new DocText(whenSilent);
        return own with { Facts = string.Join(" ", CompareKeyword.Facts(owner, member.JsonName).Prepend(own.Facts).Where(fact => fact.Length > 0)) };
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
    private static IEnumerable<string> Facts(SchemaView view, Prose prose)
    {
        SpecNode? preset = view.First("default");
        if (preset is not null && IsScalar(preset) && !prose.StatesDefault(preset.Text))
        {
            yield return $"Default: {preset.Text}.";
        }

        foreach (string fact in new[] { Range(view), Extent(view, "Length", "character", "characters"), Extent(view, "Items", "item", "items"), Extent(view, "Properties", "entry", "entries") })
        {
            if (fact.Length > 0 && !prose.States(Numbers(fact)))
            {
                yield return fact;
            }
        }

        foreach (string fact in new[] { MediaKeyword.Fact(view), PixelSizeKeyword.Fact(view) }.OfType<string>())
        {
            yield return fact;
        }

        IReadOnlyList<SpecNode> values = SchemaValues.Resolve(view);
        if (values.Count is > 1 and <= MostValues && values.All(IsScalar) && !prose.States(values.Select(item => item.Text)))
        {
            yield return $"Values: {string.Join(", ", values.Select(item => item.Text))}.";
        }

        SpecNode? example = view.First("example") ?? (view.First("examples") is { Items.Count: > 0 } examples ? examples.Items[0] : null);
        if (example is not null && IsScalar(example) && example.Text.Length is > 0 and <= LongestExample
            && example.Text != preset?.Text && !values.Any(item => item.Text == example.Text) && !prose.States([example.Text]))
        {
            yield return $"Example: {example.Text}";
        }
    }

    private static Advice Complete(Advice advice)
    {
        var prose = new Prose(advice.Text);
        string limits = string.Join(", ", advice.Limits.Where(limit => !prose.States([limit.Number])).Select(InWords));
        return limits.Length == 0 ? advice : advice with { Text = $"{advice.Text.TrimEnd('.')} ({limits})." };
    }

    private static string InWords(AdvisedLimit limit) => limit.Keyword switch
    {
        "minLength" => $"at least {limit.Number} characters",
        "maxLength" => $"at most {limit.Number} characters",
        "maxTokens" => $"at most {limit.Number} tokens",
        "minItems" => $"at least {limit.Number} items",
        "maxItems" => $"at most {limit.Number} items",
        "minimum" => $"at least {limit.Number}",
        _ => $"at most {limit.Number}",
    };

    private static IEnumerable<string> Numbers(string fact) => fact.TrimEnd('.').Split(' ', ',').Where(word => word.Any(char.IsDigit));

    private static string Range(SchemaView view)
    {
        string low = view.First("minimum") is { } minimum ? $"at least {minimum.Text}"
            : view.First("exclusiveMinimum") is { } above ? $"above {above.Text}" : "";
        string high = view.First("maximum") is { } maximum ? $"at most {maximum.Text}"
            : view.First("exclusiveMaximum") is { } below ? $"below {below.Text}" : "";
        return Sentence(low, high);
    }

    private static string Extent(SchemaView view, string keyword, string one, string many)
    {
        string low = view.First("min" + keyword) is { } minimum && minimum.Text != "0" ? $"at least {minimum.Text}" : "";
        string high = view.First("max" + keyword) is { } maximum ? $"at most {maximum.Text}" : "";
        return low.Length + high.Length == 0 ? "" : $"{Sentence(low, high).TrimEnd('.')} {(IsOne(high.Length > 0 ? high : low) ? one : many)}.";
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
