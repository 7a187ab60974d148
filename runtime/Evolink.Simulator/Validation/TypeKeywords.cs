using System.Text.Json;

namespace Evolink.Simulation.Validation;

internal static class TypeKeywords
{
    public static void Type(SchemaScope scope, JsonElement keyword)
    {
        if (IsAllowedNull(scope)) return;

        string[] names = keyword.ValueKind switch
        {
            JsonValueKind.String => [keyword.GetString()!],
            JsonValueKind.Array => [.. keyword.EnumerateArray().Where(static name => name.ValueKind == JsonValueKind.String).Select(static name => name.GetString()!)],
            _ => [],
        };
        if (names.Length > 0 && !names.Any(name => Is(scope.Instance, name)))
            scope.Fail("type", $"must be {string.Join(" or ", names)}, but is {Describe.Kind(scope.Instance)}.");
    }

    public static void Enum(SchemaScope scope, JsonElement keyword)
    {
        if (keyword.ValueKind != JsonValueKind.Array || IsAllowedNull(scope)) return;

        JsonElement instance = scope.Instance;
        if (!keyword.EnumerateArray().Any(value => Equals(scope, value, instance)))
            scope.Fail("enum", $"must be one of {Describe.Values(keyword)}, but is {Describe.Value(instance)}.");
    }

    public static void Const(SchemaScope scope, JsonElement keyword)
    {
        if (!IsAllowedNull(scope) && !Equals(scope, keyword, scope.Instance))
            scope.Fail("const", $"must be {Describe.Value(keyword)}, but is {Describe.Value(scope.Instance)}.");
    }

    /// <summary>A value of a string that stands without quotes, as in <c>enum: [1.0, 1.1]</c>, is meant as the text that it is: no value is a string and a number.</summary>
    private static bool Equals(SchemaScope scope, JsonElement listed, JsonElement instance) => JsonElement.DeepEquals(listed, instance)
        || (instance.ValueKind == JsonValueKind.String && listed.ValueKind is (JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            && IsOfTexts(scope.Sibling("type")) && instance.ValueEquals(listed.GetRawText()));

    private static bool IsOfTexts(JsonElement? type) => type switch
    {
        { ValueKind: JsonValueKind.String } name => name.ValueEquals("string"),
        { ValueKind: JsonValueKind.Array } names => names.EnumerateArray().All(static name => name.ValueKind == JsonValueKind.Null || (name.ValueKind == JsonValueKind.String && name.GetString() is "string" or "null")),
        _ => false,
    };

    /// <summary>OpenAPI 3.0's <c>nullable: true</c>, which the vendor writes in 3.1 documents too: beside it, no list of values has to repeat the null.</summary>
    private static bool IsAllowedNull(SchemaScope scope) =>
        scope.Instance.ValueKind == JsonValueKind.Null && scope.Sibling("nullable") is { ValueKind: JsonValueKind.True };

    private static bool Is(JsonElement instance, string type) => type switch
    {
        "null" => instance.ValueKind == JsonValueKind.Null,
        "boolean" => instance.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => instance.ValueKind == JsonValueKind.String,
        "number" => instance.ValueKind == JsonValueKind.Number,
        "integer" => instance.ValueKind == JsonValueKind.Number && ExactNumber.Read(instance).IsInteger,
        "array" => instance.ValueKind == JsonValueKind.Array,
        "object" => instance.ValueKind == JsonValueKind.Object,
        _ => false,
    };
}
