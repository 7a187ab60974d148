using System.ComponentModel;
using System.Text.Json;

namespace Evolink;

/// <summary>How one field of a form or of a multipart body is written, where it is not as usual.</summary>
/// <param name="Name">The field's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ApiField(string Name)
{
    /// <summary>The style; null where the specification names none: then lists repeat the field and objects are JSON.</summary>
    public ParameterStyle? Style { get; init; }

    /// <summary>Whether each member stands by its own name; null for what the style has.</summary>
    public bool? Explode { get; init; }

    /// <summary>Whether reserved characters stay as they are.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>The media type of the field's part; null for what its value has.</summary>
    public string? ContentType { get; init; }

    internal static ApiField Of(IReadOnlyList<ApiField> fields, string name) =>
        fields.FirstOrDefault(field => field.Name == name) ?? new ApiField(name);

    /// <summary>The field's names and values; a list without a style of its own repeats the name.</summary>
    internal List<KeyValuePair<string, string>> Pairs(JsonElement value, Func<string, string> escape)
    {
        if (Style is { } style) return new StyledValue(Name, value, escape).Pairs(style, Explode ?? style == ParameterStyle.Form);
        if (ContentType is not null && MediaTypes.IsJson(ContentType)) return new StyledValue(Name, value, escape).Pairs(ParameterStyle.Json, false);
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) =>
                new StyledValue(Name, value, escape).Pairs(ParameterStyle.Form, true),
            JsonValueKind.Array => value.EnumerateArray().Select(item => new KeyValuePair<string, string>(escape(Name), escape(item.GetRawText()))).ToList(),
            _ => [new(escape(Name), escape(StyledValue.Scalar(value)))],
        };
    }
}
