using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Output;

namespace Evolink.Tool.Studio.Forms;

/// <summary>A parameter as a page needs it to make a field of it.</summary>
internal static class FormField
{
    /// <summary>A schema may lead back to itself; what is deeper is written as JSON.</summary>
    private const int MostLevels = 8;

    public static JsonArray CreateAll(IEnumerable<ModelParameter> parameters, int level = 0) => new([.. parameters.Select(parameter => (JsonNode)Create(parameter, level))]);

    private static JsonObject Create(ModelParameter parameter, int level)
    {
        JsonObject field = new()
        {
            ["name"] = parameter.Name,
            ["types"] = new JsonArray([.. parameter.Type.Split(" or ", StringSplitOptions.RemoveEmptyEntries).Select(static type => (JsonNode?)type)]),
            ["description"] = parameter.Description,
            ["limits"] = ParameterText.Limits(parameter),
        };
        if (parameter.IsRequired) field["required"] = true;
        if (parameter.Default is { } value) field["default"] = JsonOutput.ToNode(value);
        if (parameter.Example is { } example) field["example"] = JsonOutput.ToNode(example);
        if (parameter.Format is { Length: > 0 } format) field["format"] = format;
        if (parameter.Enum.Count > 0) field["enum"] = new JsonArray([.. parameter.Enum.Select(JsonOutput.ToNode)]);
        AddNumber(field, "minimum", parameter.Minimum);
        AddNumber(field, "maximum", parameter.Maximum);
        AddNumber(field, "multipleOf", parameter.MultipleOf);
        AddNumber(field, "minLength", parameter.MinLength);
        AddNumber(field, "maxLength", parameter.MaxLength);
        AddNumber(field, "minItems", parameter.MinItems);
        AddNumber(field, "maxItems", parameter.MaxItems);
        if (parameter.Media is { } media) field["media"] = Media(media, ParameterText.Media(parameter));
        if (parameter.Advice.Count > 0) field["advice"] = new JsonArray([.. parameter.Advice.Select(static advice => (JsonNode)Advice(advice))]);
        if (level == MostLevels) return field;
        if (parameter.Parameters.Count > 0) field["fields"] = CreateAll(parameter.Parameters, level + 1);
        if (parameter.Items is { } items) field["items"] = Create(items, level + 1);
        if (parameter.Variants.Count > 0) field["variants"] = CreateAll(parameter.Variants, level + 1);
        return field;
    }

    private static JsonObject Media(ModelMedia media, string text)
    {
        JsonObject json = new() { ["kind"] = media.Kind, ["text"] = text, ["formats"] = new JsonArray([.. media.Formats.Select(static format => (JsonNode?)format)]) };
        AddNumber(json, "maxBytes", media.MaxBytes);
        AddNumber(json, "minSide", media.MinSide);
        AddNumber(json, "maxSide", media.MaxSide);
        AddNumber(json, "minPixels", media.MinPixels);
        AddNumber(json, "maxPixels", media.MaxPixels);
        AddNumber(json, "minAspect", media.MinAspect);
        AddNumber(json, "maxAspect", media.MaxAspect);
        AddNumber(json, "minSeconds", media.MinSeconds);
        AddNumber(json, "maxSeconds", media.MaxSeconds);
        return json;
    }

    private static JsonObject Advice(ModelAdvice advice)
    {
        JsonObject json = new() { ["text"] = advice.Text };
        AddNumber(json, "minLength", advice.MinLength);
        AddNumber(json, "maxLength", advice.MaxLength);
        AddNumber(json, "minItems", advice.MinItems);
        AddNumber(json, "maxItems", advice.MaxItems);
        AddNumber(json, "minimum", advice.Minimum);
        AddNumber(json, "maximum", advice.Maximum);
        return json;
    }

    private static void AddNumber(JsonObject json, string name, decimal? value)
    {
        if (value is { } number) json[name] = number;
    }
}
