using System.Text.Json;
using Evolink.Codegen.Naming;
using Evolink.Runtime.Catalogue;

namespace Evolink;

/// <summary>A parameter of a model, as its specification describes it.</summary>
public sealed class ModelParameter
{
    private readonly SchemaParts _schema;
    private IReadOnlyList<ModelParameter>? _parameters;

    private ModelParameter(string name, bool isRequired, SchemaParts schema)
    {
        Name = name;
        IsRequired = isRequired;
        _schema = schema;
    }

    /// <summary>Its name in JSON, such as <c>image_urls</c>; empty where it is an array's item or one of several kinds of value.</summary>
    public string Name { get; }

    /// <summary>The C# property, such as <c>ImageUrls</c>; empty where <see cref="Name"/> is.</summary>
    public string PropertyName => Name.Length == 0 ? "" : Words.Identifier(Name, "Value");

    /// <summary>Whether every request needs it. Others may be needed beside certain values: validation says so.</summary>
    public bool IsRequired { get; }

    /// <summary>The JSON type: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>array</c> or <c>object</c>; of several <c>integer or string</c>; empty for any.</summary>
    public string Type => string.Join(" or ", Types().Where(static type => type != "null").Distinct());

    /// <summary>What the parameter does, its unit and its limits. Markdown; empty where nothing is said.</summary>
    public string Description => _schema.First(JsonFacts.Text, "description") ?? "";

    /// <summary>What the service takes where nothing is sent; null where that is not documented.</summary>
    public JsonElement? Default => _schema.First("default");

    /// <summary>The values that are allowed; empty where any of the type is.</summary>
    public IReadOnlyList<JsonElement> Enum => _schema.First("const") is { } value ? [value] : [.. _schema.All("enum").Take(1).SelectMany(static values => values.EnumerateArray())];

    /// <summary>The smallest number.</summary>
    public decimal? Minimum => _schema.First(JsonFacts.Number, "minimum");

    /// <summary>The largest number.</summary>
    public decimal? Maximum => _schema.First(JsonFacts.Number, "maximum");

    /// <summary>The number that all values are above.</summary>
    public decimal? ExclusiveMinimum => _schema.First(JsonFacts.Number, "exclusiveMinimum");

    /// <summary>The number that all values are below.</summary>
    public decimal? ExclusiveMaximum => _schema.First(JsonFacts.Number, "exclusiveMaximum");

    /// <summary>What every number is a multiple of.</summary>
    public decimal? MultipleOf => _schema.First(JsonFacts.Number, "multipleOf");

    /// <summary>The least number of characters.</summary>
    public long? MinLength => _schema.First(JsonFacts.Whole, "minLength");

    /// <summary>The largest number of characters.</summary>
    public long? MaxLength => _schema.First(JsonFacts.Whole, "maxLength");

    /// <summary>The least number of items.</summary>
    public long? MinItems => _schema.First(JsonFacts.Whole, "minItems");

    /// <summary>The largest number of items.</summary>
    public long? MaxItems => _schema.First(JsonFacts.Whole, "maxItems");

    /// <summary>The pattern that a text has to match, in the syntax of ECMA-262.</summary>
    public string? Pattern => _schema.First(JsonFacts.Text, "pattern");

    /// <summary>The format of a text, such as <c>uri</c>.</summary>
    public string? Format => _schema.First(JsonFacts.Text, "format");

    /// <summary>What the file behind the URL has to be; null where it is no URL of a file.</summary>
    public ModelMedia? Media => ModelMedia.Read(_schema.First("x-evolink-media")) ?? Items?.Media;

    /// <summary>What values should keep to, though none is refused for it.</summary>
    public IReadOnlyList<ModelAdvice> Advice => [.. _schema.Items("x-evolink-advice").Select(ModelAdvice.Read).OfType<ModelAdvice>()];

    /// <summary>An example of a value; null where there is none.</summary>
    public JsonElement? Example => _schema.Items("examples").Cast<JsonElement?>().FirstOrDefault();

    /// <summary>What an array's items are; null where it is no array.</summary>
    public ModelParameter? Items => _schema.First("items") is { ValueKind: JsonValueKind.Object } items ? Create("", items) : null;

    /// <summary>The members of an object.</summary>
    public IReadOnlyList<ModelParameter> Parameters => _parameters ??= ReadMembers(_schema);

    /// <summary>The kinds of value of which a parameter takes any; empty where it takes one kind.</summary>
    public IReadOnlyList<ModelParameter> Variants => [.. _schema.Variants().Select(variant => Create("", variant))];

    /// <summary>Its JSON Schema.</summary>
    internal SchemaParts Schema => _schema;

    /// <summary>The members of an object as it is described.</summary>
    internal static IReadOnlyList<ModelParameter> ReadMembers(SchemaParts schema)
    {
        HashSet<string> required = [.. schema.Items("required").Where(static name => name.ValueKind == JsonValueKind.String).Select(static name => name.GetString()!)];
        return [.. schema.All("properties").Where(static members => members.ValueKind == JsonValueKind.Object)
            .SelectMany(static members => members.EnumerateObject())
            .DistinctBy(static member => member.Name)
            .Select(member => new ModelParameter(member.Name, required.Contains(member.Name), new SchemaParts(member.Value, schema.Root)))];
    }

    private ModelParameter Create(string name, JsonElement schema) => new(name, isRequired: false, new SchemaParts(schema, _schema.Root));

    private IEnumerable<string> Types() => _schema.First("type") switch
    {
        { ValueKind: JsonValueKind.String } type => [type.GetString()!],
        { ValueKind: JsonValueKind.Array } types => types.EnumerateArray().Select(static type => type.ToString()),
        _ when Enum is { Count: > 0 } values => values.Select(TypeOf),
        _ => _schema.Variants().SelectMany(variant => Create("", variant).Types()),
    };

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };
}
