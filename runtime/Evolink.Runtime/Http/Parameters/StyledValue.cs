using System.Text.Json;

namespace Evolink.Runtime.Http.Parameters;

/// <summary>
/// A value as a parameter, by its style. The value is JSON, so one way serves every type. OpenAPI does not say how a list or an
/// object inside another is written; but for <see cref="ParameterStyle.DeepObject"/> it is written as JSON.
/// </summary>
/// <param name="name">The parameter's name.</param>
/// <param name="value">The value.</param>
/// <param name="escape">Makes a name or a text fit for where it goes.</param>
internal readonly struct StyledValue(string name, JsonElement value, Func<string, string> escape)
{
    /// <summary>As one text: paths and headers.</summary>
    public string Text(ParameterStyle style, bool explode) => (style, explode) switch
    {
        (ParameterStyle.Json, _) => escape(value.GetRawText()),
        (ParameterStyle.Label, true) => Prefixed('.', Members("=")),
        (ParameterStyle.Label, false) => Prefixed('.', [string.Join(',', Members(","))]),
        (ParameterStyle.Matrix, true) when value.ValueKind == JsonValueKind.Object => Prefixed(';', Members("=")),
        (ParameterStyle.Matrix, true) => Prefixed(';', Named(Members("="))),
        (ParameterStyle.Matrix, false) => Prefixed(';', Named([string.Join(',', Members(","))])),
        (_, true) => string.Join(',', Members("=")),
        _ => string.Join(',', Members(",")),
    };

    /// <summary>As names and values: queries, forms and cookies. None for an empty list or object.</summary>
    public List<KeyValuePair<string, string>> Pairs(ParameterStyle style, bool explode)
    {
        List<KeyValuePair<string, string>> pairs = [];
        switch (style, value.ValueKind)
        {
            case (ParameterStyle.Json, _):
                pairs.Add(new(escape(name), escape(value.GetRawText())));
                break;
            case (ParameterStyle.DeepObject, JsonValueKind.Object or JsonValueKind.Array):
                AddDeep(pairs, name, value);
                break;
            case (_, JsonValueKind.Object) when explode:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    if (!IsNull(member.Value)) pairs.Add(new(escape(member.Name), escape(Scalar(member.Value))));
                }

                break;
            case (_, JsonValueKind.Array) when explode:
                foreach (string item in Members("=")) pairs.Add(new(escape(name), item));
                break;
            default:
                List<string> members = Members(Delimiter(style));
                if (members.Count > 0) pairs.Add(new(escape(name), string.Join(Delimiter(style), members)));
                break;
        }

        return pairs;
    }

    /// <summary>The text of a value that stands alone.</summary>
    public static string Scalar(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private void AddDeep(List<KeyValuePair<string, string>> pairs, string path, JsonElement part)
    {
        // The depth of what is written is bounded by the JSON writer and reader.
        switch (part.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in part.EnumerateObject()) AddDeep(pairs, $"{path}[{member.Name}]", member.Value);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in part.EnumerateArray()) AddDeep(pairs, FormattableString.Invariant($"{path}[{index++}]"), item);
                break;
            case JsonValueKind.Null:
                break;
            default:
                pairs.Add(new(escape(path), escape(Scalar(part))));
                break;
        }
    }

    /// <summary>The escaped items; of an object each name with its value. What is null is left out, as RFC 6570 has it.</summary>
    private List<string> Members(string between)
    {
        List<string> members = [];
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                if (!IsNull(member.Value)) members.Add(escape(member.Name) + between + escape(Scalar(member.Value)));
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                if (!IsNull(item)) members.Add(escape(Scalar(item)));
            }
        }
        else
        {
            members.Add(escape(Scalar(value)));
        }

        return members;
    }

    private IEnumerable<string> Named(List<string> values)
    {
        string own = escape(name);
        return values.ConvertAll(text => text.Length == 0 ? own : own + "=" + text);
    }

    private static string Prefixed(char prefix, IEnumerable<string> parts) => string.Concat(parts.Select(part => prefix + part));

    // Neither a space nor a bar may stand in an address.
    private string Delimiter(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => escape(" "),
        ParameterStyle.PipeDelimited => escape("|"),
        _ => ",",
    };

    private static bool IsNull(JsonElement element) => element.ValueKind == JsonValueKind.Null;
}
