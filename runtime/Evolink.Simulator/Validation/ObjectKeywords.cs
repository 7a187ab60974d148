using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>Which members an object has.</summary>
internal static class ObjectKeywords
{
    public static void Required(SchemaScope scope, JsonElement keyword)
    {
        if (IsObject(scope)) RequireNames(scope, "required", keyword, "is required.");
    }

    public static void DependentRequired(SchemaScope scope, JsonElement keyword)
    {
        if (!IsObject(scope) || keyword.ValueKind != JsonValueKind.Object) return;

        foreach (JsonProperty dependency in keyword.EnumerateObject())
        {
            if (scope.Instance.TryGetProperty(dependency.Name, out _))
                RequireNames(scope, "dependentRequired", dependency.Value, $"is required where {dependency.Name} is given.");
        }
    }

    public static void MinProperties(SchemaScope scope, JsonElement keyword)
    {
        if (IsObject(scope)) CountBound.AtLeast(scope, "minProperties", keyword, scope.Instance.GetPropertyCount(), "members");
    }

    public static void MaxProperties(SchemaScope scope, JsonElement keyword)
    {
        if (IsObject(scope)) CountBound.AtMost(scope, "maxProperties", keyword, scope.Instance.GetPropertyCount(), "members");
    }

    private static bool IsObject(SchemaScope scope) => scope.Instance.ValueKind == JsonValueKind.Object;

    private static void RequireNames(SchemaScope scope, string keyword, JsonElement names, string message)
    {
        if (names.ValueKind != JsonValueKind.Array) return;

        foreach (JsonElement name in names.EnumerateArray())
        {
            if (name.ValueKind == JsonValueKind.String && !scope.Instance.TryGetProperty(name.GetString()!, out _))
                scope.FailAt(InstancePath.Member(scope.Path, name.GetString()!), keyword, message);
        }
    }
}
