using System.Text.Json;

namespace Evolink.Tool.Studio.Forms;

/// <summary>What is demanded of members of an object.</summary>
/// <param name="Text">In words, such as <c>`quality` must be `480p`</c>.</param>
/// <param name="Members">The members that it is about, with those of inner objects as <c>outer.inner</c>.</param>
internal sealed record Demand(string Text, IReadOnlyList<string> Members);

/// <summary>What a schema demands of the members of an object, in words.</summary>
internal static class DemandText
{
    /// <param name="schema">The schema.</param>
    /// <param name="saysMembers">Whether what it says of single members is wanted, too.</param>
    public static IEnumerable<Demand> Find(JsonElement schema, bool saysMembers)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            IEnumerable<Demand> found = keyword.Name switch
            {
                "required" when saysMembers => [Needed(Names(keyword.Value), "and")],
                "properties" when saysMembers => keyword.Value.EnumerateObject().SelectMany(static member => Member(member.Name, member.Value)),
                "not" => Forbidden(keyword.Value) is { Count: > 0 } names ? [LeftOut(names)] : [],
                "anyOf" => RequiredByVariants(keyword.Value) is { } names ? [Needed(names, "or")] : [],
                "oneOf" => RequiredByVariants(keyword.Value) is { } names ? [new Demand($"either {Quoted(names, "or")} is needed, and only one of them", names)] : [],
                "dependentRequired" => keyword.Value.EnumerateObject().Select(static one => new Demand($"with `{one.Name}`, {Needed(Names(one.Value), "and").Text}", Names(one.Value))),
                "x-evolink-compare" => keyword.Value.EnumerateArray().Select(Comparison).OfType<Demand>(),
                "x-evolink-max-items-total" => keyword.Value.EnumerateArray().Select(static one => new Demand(
                    $"{Quoted(Names(one.GetProperty("of")), "and")} take at most {one.GetProperty("max").GetRawText()} items together", Names(one.GetProperty("of")))),
                _ => [],
            };
            foreach (Demand demand in found) yield return demand;
        }
    }

    private static IEnumerable<Demand> Member(string name, JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) yield break;
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            string value = keyword.Value.GetRawText();
            string? text = keyword.Name switch
            {
                "const" => $"must be {ConditionText.Value(keyword.Value)}",
                "enum" => $"must be {ConditionText.Values(keyword.Value)}",
                "maxItems" when value == "0" => "must be left out",
                "maxItems" => $"takes at most {value} {(value == "1" ? "item" : "items")}",
                "minItems" => $"needs at least {value} {(value == "1" ? "item" : "items")}",
                "maxLength" => $"takes at most {value} characters",
                "minLength" => $"needs at least {value} characters",
                "minimum" => $"must be at least {value}",
                "maximum" => $"must be at most {value}",
                _ => null,
            };
            if (text is not null) yield return new Demand($"`{name}` {text}", [name]);
        }

        foreach (Demand inner in Find(schema, saysMembers: true))
        {
            // Names stand in backquotes, those of inner members with their object's in front.
            yield return new Demand(inner.Members.Aggregate(inner.Text, (text, member) => text.Replace($"`{member}`", $"`{name}.{member}`", StringComparison.Ordinal)), [.. inner.Members.Select(member => $"{name}.{member}")]);
        }
    }

    private static Demand Needed(IReadOnlyList<string> names, string word) => new($"{Quoted(names, word)} {(names.Count == 1 || word == "or" ? "is" : "are")} needed", names);

    private static Demand LeftOut(IReadOnlyList<string> names) => new($"{Quoted(names, "and")} must be left out", names);

    /// <summary>The members that must not be there: <c>not: { required: [a] }</c>, or several of these in an <c>anyOf</c>.</summary>
    private static List<string> Forbidden(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) return [];
        if (schema.TryGetProperty("anyOf", out JsonElement several)) return RequiredByVariants(several) ?? [];
        return schema.TryGetProperty("required", out JsonElement names) && names.GetArrayLength() == 1 && schema.EnumerateObject().Count() == 1 ? Names(names) : [];
    }

    /// <summary>The members of which each variant needs one; null where a variant is something else.</summary>
    private static List<string>? RequiredByVariants(JsonElement variants)
    {
        List<string> names = [];
        foreach (JsonElement variant in variants.EnumerateArray())
        {
            if (variant.ValueKind != JsonValueKind.Object || variant.EnumerateObject().Count() != 1 || !variant.TryGetProperty("required", out JsonElement required) || required.GetArrayLength() != 1) return null;
            names.Add(required[0].GetString()!);
        }

        return names;
    }

    private static Demand? Comparison(JsonElement comparison)
    {
        bool isSum = comparison.TryGetProperty("sum", out JsonElement terms);
        if (!isSum && !comparison.TryGetProperty("difference", out terms)) return null;
        string[] texts = [.. Names(terms)];
        string[] members = [.. texts.Select(static text => text.StartsWith("count(", StringComparison.Ordinal) ? text[6..^1] : text)];
        string least = comparison.TryGetProperty("min", out JsonElement min) ? $"at least {min.GetRawText()}" : "";
        string most = comparison.TryGetProperty("max", out JsonElement max) ? $"at most {max.GetRawText()}" : "";
        string between = least.Length > 0 && most.Length > 0 ? " and " : "";
        IEnumerable<string> named = texts.Select((text, index) => text == members[index] ? $"`{text}`" : $"the number of `{members[index]}`");
        return new Demand($"{string.Join(isSum ? " plus " : " minus ", named)} must be {least}{between}{most}", members);
    }

    private static string Quoted(IReadOnlyList<string> names, string word) => ConditionText.Join([.. names.Select(static name => $"`{name}`")], word);

    private static List<string> Names(JsonElement names) => [.. names.EnumerateArray().Select(static name => name.GetString()!)];
}
