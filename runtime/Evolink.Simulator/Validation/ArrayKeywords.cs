using System.Text.Json;

namespace Evolink.Judge;

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

        long least = Limit.Of(scope.Sibling("minContains")) ?? 1;
        if (found < least) scope.Fail("contains", $"must hold at least {least} matching items, but holds {found}.");
        if (Limit.Of(scope.Sibling("maxContains")) is { } most && found > most)
            scope.Fail("maxContains", $"must hold at most {most} matching items, but holds {found}.");
    }

    public static void MinItems(SchemaScope scope, JsonElement keyword)
    {
        if (IsArray(scope)) Limit.AtLeast(scope, "minItems", keyword, scope.Instance.GetArrayLength(), "items");
    }

    public static void MaxItems(SchemaScope scope, JsonElement keyword)
    {
        if (IsArray(scope)) Limit.AtMost(scope, "maxItems", keyword, scope.Instance.GetArrayLength(), "items");
    }

    public static void UniqueItems(SchemaScope scope, JsonElement keyword)
    {
        if (!IsArray(scope) || keyword.ValueKind != JsonValueKind.True) return;

        JsonElement[] items = [.. scope.Instance.EnumerateArray()];
        for (int later = 1; later < items.Length; later++)
            for (int earlier = 0; earlier < later; earlier++)
                if (JsonElement.DeepEquals(items[earlier], items[later]))
                {
                    scope.FailAt(InstancePath.Item(scope.Path, later), "uniqueItems", $"is the same as item {earlier}; items must differ.");
                    return;
                }
    }

    private static bool IsArray(SchemaScope scope) => scope.Instance.ValueKind == JsonValueKind.Array;

    private static void RequireItem(SchemaScope scope, JsonElement schema, JsonElement item, int index)
    {
        scope.RequireOf(schema, item, InstancePath.Item(scope.Path, index));
        scope.Evaluated.AddItem(index);
    }
}
