using System.Text.Json;

namespace Evolink.Simulation.Validation;

internal static class UnevaluatedKeywords
{
    public static void Properties(SchemaScope scope, JsonElement keyword)
    {
        if (scope.Instance.ValueKind != JsonValueKind.Object) return;

        foreach (JsonProperty member in scope.Instance.EnumerateObject())
        {
            if (scope.Evaluated.HasMember(member.Name)) continue;
            scope.RequireOf(keyword, member.Value, InstancePath.Member(scope.Path, member.Name));
            scope.Evaluated.AddMember(member.Name);
        }
    }

    public static void Items(SchemaScope scope, JsonElement keyword)
    {
        if (scope.Instance.ValueKind != JsonValueKind.Array) return;

        int index = 0;
        foreach (JsonElement item in scope.Instance.EnumerateArray())
        {
            if (!scope.Evaluated.HasItem(index))
            {
                scope.RequireOf(keyword, item, InstancePath.Item(scope.Path, index));
                scope.Evaluated.AddItem(index);
            }
            index++;
        }
    }
}
