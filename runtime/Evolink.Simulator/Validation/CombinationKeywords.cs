using System.Text.Json;

namespace Evolink.Simulation.Validation;

internal static class CombinationKeywords
{
    public static void AllOf(SchemaScope scope, JsonElement keyword)
    {
        foreach (JsonElement schema in Branches(keyword)) scope.Require(schema);
    }

    public static void AnyOf(SchemaScope scope, JsonElement keyword)
    {
        List<List<SchemaFailure>> branches = [.. Branches(keyword).Select(scope.Try)];
        if (branches.Count > 0 && branches.TrueForAll(static reasons => reasons.Count > 0)) FailWithReasons(scope, "anyOf", branches);
    }

    public static void OneOf(SchemaScope scope, JsonElement keyword)
    {
        List<List<SchemaFailure>> branches = [.. Branches(keyword).Select(scope.Try)];
        if (branches.Count == 0) return;

        int matching = branches.Count(static reasons => reasons.Count == 0);
        if (matching == 0) FailWithReasons(scope, "oneOf", branches);
        else if (matching > 1) scope.Fail("oneOf", $"must be exactly one of {branches.Count} alternatives, but is {matching} of them.");
    }

    public static void Not(SchemaScope scope, JsonElement keyword)
    {
        if (!scope.HoldsFor(keyword, scope.Instance)) return;

        // `not: { required: [name] }` forbids a member: name it.
        if (keyword.ValueKind == JsonValueKind.Object && keyword.TryGetProperty("required", out JsonElement names)
            && names.ValueKind == JsonValueKind.Array && names.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } name)
        {
            scope.FailAt(InstancePath.Member(scope.Path, name.GetString()!), "not", "is not allowed here.");
        }
        else
        {
            scope.Fail("not", "is what the schema rules out.");
        }
    }

    public static void If(SchemaScope scope, JsonElement keyword)
    {
        string consequence = scope.Try(keyword).Count == 0 ? "then" : "else";
        if (scope.Sibling(consequence) is { } schema) scope.Require(schema);
    }

    public static void DependentSchemas(SchemaScope scope, JsonElement keyword)
    {
        if (scope.Instance.ValueKind != JsonValueKind.Object || keyword.ValueKind != JsonValueKind.Object) return;

        foreach (JsonProperty dependency in keyword.EnumerateObject())
        {
            if (scope.Instance.TryGetProperty(dependency.Name, out _))
                scope.Require(dependency.Value);
        }
    }

    private static IEnumerable<JsonElement> Branches(JsonElement keyword) =>
        keyword.ValueKind == JsonValueKind.Array ? keyword.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>One failure that says what each alternative misses, placed where the first does.</summary>
    private static void FailWithReasons(SchemaScope scope, string keyword, List<List<SchemaFailure>> branches)
    {
        string path = branches[0][0].Path;
        IEnumerable<string> reasons = branches
            .Select(branch => branch[0].Path == path ? branch[0].Message.TrimEnd('.') : branch[0].ToString().TrimEnd('.'))
            .Distinct(StringComparer.Ordinal);
        scope.FailAt(path, keyword, string.Join(", or ", reasons) + ".");
    }
}
