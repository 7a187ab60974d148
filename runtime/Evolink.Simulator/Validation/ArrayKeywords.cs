using System.Text.Json;

namespace Evolink.Simulation.Validation;

internal static class ArrayKeywords
{
    public static void PrefixItems(SchemaScope scope, JsonElement keyword)
    {
        if (!IsArray(scope) || keyword.ValueKind != JsonValueKind.Array) return;

        int count = Math.Min(keyword.GetArrayLength(), scope.Instance.GetArrayLength());
        for (int index = 0; index < count; index++) RequireItem(scope, keyword[index], scope.Instance[index], index);
    }

    public static void Items(SchemaScope scope, JsonElement keyword)
    {
        if (!IsArray(scope)) return;

        int first = scope.Sibling("prefixItems") is { ValueKind: JsonValueKind.Array } prefix ? prefix.GetArrayLength() : 0;
        int index = 0;
        foreach (JsonElement item in scope.Instance.EnumerateArray())
        {
            if (index >= first) RequireItem(scope, keyword, item, index);
            index++;
        }
    }

    public static void Contains(SchemaScope scope, JsonElement keyword)
    {
        if (!IsArray(scope)) return;

        int found = 0;
        int index = 0;
        foreach (JsonElement item in scope.Instance.EnumerateArray())
        {
            if (scope.HoldsFor(keyword, item))
            {
                found++;
                scope.Evaluated.AddItem(index);
            }
            index++;
        }

        long least = CountBound.Read(scope.Sibling("minContains")) ?? 1;
        if (found < least) scope.Fail("contains", $"must hold at least {least} matching items, but holds {found}.");
        if (CountBound.Read(scope.Sibling("maxContains")) is { } most && found > most)
            scope.Fail("maxContains", $"must hold at most {most} matching items, but holds {found}.");
    }

    public static void MinItems(SchemaScope scope, JsonElement keyword)
    {
        if (IsArray(scope)) CountBound.AtLeast(scope, "minItems", keyword, scope.Instance.GetArrayLength(), "items");
    }

    public static void MaxItems(SchemaScope scope, JsonElement keyword)
    {
        if (IsArray(scope)) CountBound.AtMost(scope, "maxItems", keyword, scope.Instance.GetArrayLength(), "items");
    }

    public static void UniqueItems(SchemaScope scope, JsonElement keyword)
    {
        if (!IsArray(scope) || keyword.ValueKind != JsonValueKind.True) return;

        if (FindRepeated(scope.Instance, JsonValueComparer.Instance) is { } repeated)
            scope.FailAt(InstancePath.Item(scope.Path, repeated.Index), "uniqueItems", $"is the same as item {repeated.SameAs}; items must differ.");
    }

    /// <summary>The first item that is there before, and where. Each item is hashed once, so that a long list takes no more than its length.</summary>
    internal static (int Index, int SameAs)? FindRepeated(JsonElement array, IEqualityComparer<JsonElement> comparer)
    {
        Dictionary<JsonElement, int> seen = new(array.GetArrayLength(), comparer);
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (!seen.TryAdd(item, index)) return (index, seen[item]);
            index++;
        }

        return null;
    }

    private static bool IsArray(SchemaScope scope) => scope.Instance.ValueKind == JsonValueKind.Array;

    private static void RequireItem(SchemaScope scope, JsonElement schema, JsonElement item, int index)
    {
        scope.RequireOf(schema, item, InstancePath.Item(scope.Path, index));
        scope.Evaluated.AddItem(index);
    }
}
