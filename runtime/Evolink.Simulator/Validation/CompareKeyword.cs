using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary><c>x-evolink-compare: [{ sum: [count(image_urls), n], max: 15 }, { difference: [end, start], min: 10 }]</c>: what members have to be together.</summary>
internal static class CompareKeyword
{
    private const string Name = "x-evolink-compare";

    public static void Apply(SchemaScope scope, JsonElement keyword)
    {
        if (scope.Instance.ValueKind != JsonValueKind.Object || keyword.ValueKind != JsonValueKind.Array) return;

        foreach (JsonElement entry in keyword.EnumerateArray())
        {
            if (Operands(entry, "sum") is { } added) Compare(scope, entry, added, "sum", " + ");
            else if (Operands(entry, "difference") is [_, _] subtracted) Compare(scope, entry, subtracted, "difference", " - ");
        }
    }

    private static void Compare(SchemaScope scope, JsonElement entry, string[] operands, string kind, string sign)
    {
        ExactNumber total = default;
        foreach ((int index, string operand) in operands.Index())
        {
            if (Value(scope, operand) is not { } value || !value.CanBeAdded) return;
            total = index > 0 && kind == "difference" ? total.Add(value.Negate()) : total.Add(value);
        }

        string? problem = Bound(entry, "min") is { } least && total.CompareTo(ExactNumber.Read(least)) < 0 ? $"at least {Describe.Value(least)}"
            : Bound(entry, "max") is { } most && total.CompareTo(ExactNumber.Read(most)) > 0 ? $"at most {Describe.Value(most)}"
            : null;
        if (problem is not null)
            scope.FailAt(InstancePath.Member(scope.Path, Member(operands[0])), Name, $"is wrong with the others: the {kind} {string.Join(sign, operands)} must be {problem}, but is {total}.");
    }

    private static JsonElement? Bound(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement bound) && bound.ValueKind == JsonValueKind.Number ? bound : null;

    private static string[]? Operands(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(static operand => operand.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(static operand => operand.GetString()!)]
            : null;

    private static bool IsCount(string operand) => operand.StartsWith("count(", StringComparison.Ordinal) && operand.EndsWith(')');

    private static string Member(string operand) => IsCount(operand) ? operand["count(".Length..^1].Trim() : operand;

    /// <summary>What an operand counts; null where there is nothing to compare.</summary>
    private static ExactNumber? Value(SchemaScope scope, string operand)
    {
        string member = Member(operand);
        bool isGiven = scope.Instance.TryGetProperty(member, out JsonElement value) && value.ValueKind != JsonValueKind.Null;
        if (IsCount(operand))
            return !isGiven ? default(ExactNumber) : value.ValueKind == JsonValueKind.Array ? ExactNumber.From(value.GetArrayLength()) : null;

        JsonElement? number = isGiven ? value : Default(scope, member);
        return number is { ValueKind: JsonValueKind.Number } found ? ExactNumber.Read(found) : null;
    }

    private static JsonElement? Default(SchemaScope scope, string member) =>
    (
        from part in SchemaParts.Of(scope, scope.Position)
        let properties = SchemaParts.Keyed(part.Schema, "properties")
        where properties is { ValueKind: JsonValueKind.Object } && properties.Value.TryGetProperty(member, out _)
        from described in SchemaParts.Of(scope, part with { Schema = properties.Value.GetProperty(member) })
        select SchemaParts.Keyed(described.Schema, "default")
    ).FirstOrDefault(static preset => preset is not null);
}
