using System.Text.Json;
using Evolink.Runtime.Http.Parameters;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>Writes the fields of a form or of a multipart body.</summary>
internal static class FormFields
{
    /// <summary>How the field of a name is written: as the operation says, else as usual.</summary>
    public static ApiField Find(IReadOnlyList<ApiField> fields, string name) =>
        fields.FirstOrDefault(field => field.Name == name) ?? new ApiField(name);

    /// <summary>The field's names and values; a list without a style of its own repeats the name.</summary>
    public static List<KeyValuePair<string, string>> ToPairs(this ApiField field, JsonElement value, Func<string, string> escape)
    {
        StyledValue styled = new(field.Name, value, escape);
        if (field.Style is { } style) return styled.Pairs(style, field.Explode ?? style == ParameterStyle.Form);
        if (field.ContentType is not null && MediaTypes.IsJson(field.ContentType)) return styled.Pairs(ParameterStyle.Json, false);
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) => styled.Pairs(ParameterStyle.Form, true),
            JsonValueKind.Array => value.EnumerateArray().Select(item => new KeyValuePair<string, string>(escape(field.Name), escape(item.GetRawText()))).ToList(),
            _ => [new(escape(field.Name), escape(StyledValue.Scalar(value)))],
        };
    }
}
