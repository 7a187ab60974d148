using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>What the attributes on the properties of a request say, and what they can say.</summary>
internal sealed class AttributeOutcome(SpecBody body)
{
    // A rule between members is no property's.
    private static readonly string[] s_betweenMembers = ["if", "then", "else", "anyOf", "oneOf", "not", "dependentRequired", "dependentSchemas", "x-evolink-max-items-total", "x-evolink-compare"];

    // These have no attribute: a Uri property is a URI by its type to every tool that looks, and no stock attribute divides.
    private static readonly string[] s_withoutAttribute = ["format", "multipleOf"];

    private readonly SchemaValidator _validator = new(Without(body.File.Root.ToJsonNode(), s_betweenMembers));

    /// <summary>The members that break a rule which has an attribute, by their JSON paths.</summary>
    public HashSet<string> Expected(JsonNode? instance, object value)
    {
        // What an item or a map's member holds is no property's.
        HashSet<string> speakable = [.. Properties(value, "").Select(property => property.Path)];
        return
        [
            .. from failure in _validator.Evaluate(body.Media["schema"]!.Pointer, Json.Element(DeliberateDifferences.Apply(body, instance)))
               where !s_withoutAttribute.Contains(failure.Keyword) || failure.Path == "callback_url"
               where speakable.Contains(failure.Path)
               select failure.Path,
        ];
    }

    /// <summary>The members that an attribute of a value, or of a value in it, blames.</summary>
    public static HashSet<string> Blamed(object value) =>
        [.. Properties(value, "").Where(property => property.IsBlamed).Select(property => property.Path)];

    private static IEnumerable<(string Path, bool IsBlamed)> Properties(object record, string path)
    {
        foreach (PropertyInfo property in record.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name is not { } name) continue;

            string member = path.Length == 0 ? name : $"{path}.{name}";
            if (IsUnsetNumber(property, record)) continue;

            object? value = property.GetValue(record);
            ValidationContext context = new(record) { MemberName = property.Name };
            yield return (member, !Validator.TryValidateValue(value!, context, null, property.GetCustomAttributes<ValidationAttribute>()));
            foreach ((string Path, bool IsBlamed) below in Below(value, member)) yield return below;
        }
    }

    // A number has a value, whatever was read: only the type itself knows that it was not set.
    private static bool IsUnsetNumber(PropertyInfo property, object record) => property.PropertyType.IsValueType
        && record.GetType().GetField($"_{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}", BindingFlags.NonPublic | BindingFlags.Instance) is { } field
        && field.GetValue(record) is null;

    private static IEnumerable<(string Path, bool IsBlamed)> Below(object? value, string path) => value switch
    {
        IValidatable record => Properties(record, path),
        IEnumerable items and not string => items.Cast<object?>().Index().SelectMany(item => Below(item.Item, $"{path}[{item.Index}]")),
        _ => [],
    };

    private static JsonNode? Without(JsonNode? schema, string[] keywords)
    {
        if (schema is JsonObject members)
        {
            foreach (string keyword in keywords)
                members.Remove(keyword);
        }

        foreach (JsonNode? below in schema switch { JsonObject all => all.Select(member => member.Value), JsonArray items => items, _ => [] })
            Without(below, keywords);
        return schema;
    }
}
