using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evolink.Simulation.Validation;

/// <summary>What the members of an object hold.</summary>
internal static class PropertyKeywords
{
    public static void Properties(SchemaScope scope, JsonElement keyword)
    {
        foreach (JsonProperty member in Members(scope))
        {
            if (keyword.ValueKind != JsonValueKind.Object || !keyword.TryGetProperty(member.Name, out JsonElement schema)) continue;

            RequireMember(scope, schema, member);
            if (EvolinkConventions.IsCallbackUrl(member.Name) && scope.Evaluation.IsEvolink && scope.Evaluation.Options.CheckCallbackUrls && CallbackUrlConstraint.Problem(member.Value) is { } problem)
                scope.FailAt(InstancePath.Member(scope.Path, member.Name), "callback_url", problem);
            if (scope.Evaluation.Options.CheckMediaUrls) MediaUrlConstraint.Apply(scope, schema, member);
        }
    }

    public static void PatternProperties(SchemaScope scope, JsonElement keyword)
    {
        if (keyword.ValueKind != JsonValueKind.Object) return;

        foreach (JsonProperty member in Members(scope))
        {
            foreach (JsonProperty pattern in keyword.EnumerateObject())
            {
                if (Matches(pattern.Name, member.Name))
                    RequireMember(scope, pattern.Value, member);
            }
        }
    }

    public static void AdditionalProperties(SchemaScope scope, JsonElement keyword)
    {
        foreach (JsonProperty member in Members(scope))
        {
            if (IsNamed(scope, member.Name)) continue;

            if (keyword.ValueKind == JsonValueKind.False)
                scope.FailAt(InstancePath.Member(scope.Path, member.Name), "additionalProperties", "is not a member that is known here.");
            else
                RequireMember(scope, keyword, member);
        }
    }

    public static void PropertyNames(SchemaScope scope, JsonElement keyword)
    {
        foreach (JsonProperty member in Members(scope))
            scope.RequireOf(keyword, JsonSerializer.SerializeToElement(member.Name, ValidationJson.Default.String), InstancePath.Member(scope.Path, member.Name));
    }

    private static IEnumerable<JsonProperty> Members(SchemaScope scope) =>
        scope.Instance.ValueKind == JsonValueKind.Object ? scope.Instance.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static void RequireMember(SchemaScope scope, JsonElement schema, JsonProperty member)
    {
        scope.RequireOf(schema, member.Value, InstancePath.Member(scope.Path, member.Name));
        scope.Evaluated.AddMember(member.Name);
    }

    private static bool IsNamed(SchemaScope scope, string name) =>
        (scope.Sibling("properties") is { ValueKind: JsonValueKind.Object } properties && properties.TryGetProperty(name, out _))
        || (scope.Sibling("patternProperties") is { ValueKind: JsonValueKind.Object } patterns
            && patterns.EnumerateObject().Any(pattern => Matches(pattern.Name, name)));

    private static bool Matches(string pattern, string name)
    {
        try
        {
            return EcmaRegex.For(pattern)?.IsMatch(name) == true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
