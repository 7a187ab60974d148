using System.Text.Json;

namespace Evolink.Simulation.Validation;

internal static class NumberKeywords
{
    public static void Minimum(SchemaScope scope, JsonElement keyword)
    {
        // OpenAPI 3.0 says `exclusiveMinimum: true` beside the bound.
        bool exclusive = scope.Sibling("exclusiveMinimum") is { ValueKind: JsonValueKind.True };
        if (Compare(scope, keyword) is { } order && (order < 0 || (order == 0 && exclusive)))
            Fail(scope, "minimum", exclusive ? "more than" : "at least", keyword);
    }

    public static void Maximum(SchemaScope scope, JsonElement keyword)
    {
        bool exclusive = scope.Sibling("exclusiveMaximum") is { ValueKind: JsonValueKind.True };
        if (Compare(scope, keyword) is { } order && (order > 0 || (order == 0 && exclusive)))
            Fail(scope, "maximum", exclusive ? "less than" : "at most", keyword);
    }

    public static void ExclusiveMinimum(SchemaScope scope, JsonElement keyword)
    {
        if (Compare(scope, keyword) <= 0) Fail(scope, "exclusiveMinimum", "more than", keyword);
    }

    public static void ExclusiveMaximum(SchemaScope scope, JsonElement keyword)
    {
        if (Compare(scope, keyword) >= 0) Fail(scope, "exclusiveMaximum", "less than", keyword);
    }

    public static void MultipleOf(SchemaScope scope, JsonElement keyword)
    {
        if (!AreNumbers(scope, keyword) || ExactNumber.Read(keyword) is not { Digits.Sign: > 0 } divisor) return;
        if (!ExactNumber.Read(scope.Instance).IsMultipleOf(divisor)) Fail(scope, "multipleOf", "a multiple of", keyword);
    }

    /// <summary>The instance against the bound; null where either is no number.</summary>
    private static int? Compare(SchemaScope scope, JsonElement bound) =>
        AreNumbers(scope, bound) ? ExactNumber.Read(scope.Instance).CompareTo(ExactNumber.Read(bound)) : null;

    private static bool AreNumbers(SchemaScope scope, JsonElement keyword) =>
        scope.Instance.ValueKind == JsonValueKind.Number && keyword.ValueKind == JsonValueKind.Number;

    private static void Fail(SchemaScope scope, string name, string relation, JsonElement keyword) =>
        scope.Fail(name, $"must be {relation} {Describe.Value(keyword)}, but is {Describe.Value(scope.Instance)}.");
}
