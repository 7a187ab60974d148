using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>What JSON Schema cannot say and the specs therefore say by an extension.</summary>
internal static class VendorKeywords
{
    /// <summary><c>x-evolink-max-items-total: [{ of: [image_urls, video_urls], max: 5 }]</c>: several arrays share one limit.</summary>
    public static void MaxItemsTotal(SchemaScope scope, JsonElement keyword)
    {
        if (scope.Instance.ValueKind != JsonValueKind.Object || keyword.ValueKind != JsonValueKind.Array) return;

        foreach (JsonElement rule in keyword.EnumerateArray())
        {
            if (rule.ValueKind != JsonValueKind.Object || !rule.TryGetProperty("of", out JsonElement names) || names.ValueKind != JsonValueKind.Array
                || !rule.TryGetProperty("max", out JsonElement max) || CountBound.Read(max) is not { } limit)
            {
                continue;
            }

            string[] members = [.. names.EnumerateArray().Where(static name => name.ValueKind == JsonValueKind.String).Select(static name => name.GetString()!)];
            long total = members.Sum(member => Count(scope.Instance, member));
            if (total > limit)
            {
                scope.FailAt(InstancePath.Member(scope.Path, members.Last(member => Count(scope.Instance, member) > 0)), "x-evolink-max-items-total",
                    $"is too long: {string.Join(" and ", members)} must have at most {limit} items in all, but have {total}.");
            }
        }
    }

    private static int Count(JsonElement instance, string member) =>
        instance.TryGetProperty(member, out JsonElement array) && array.ValueKind == JsonValueKind.Array ? array.GetArrayLength() : 0;
}
