using System.Text;
using System.Text.Json;

namespace Evolink.Tool.Catalogue;

/// <summary>A request of JSON as the C# that makes it.</summary>
internal static class CSharpSnippet
{
    private const string Indent = "    ";

    /// <summary>The statement that makes the request, and those that send it.</summary>
    public static string Write(ModelInfo model, JsonElement request)
    {
        StringBuilder code = new("using Evolink;\n\nusing var evolink = new EvolinkClient();\n");
        code.Append("var request = new ").Append(model.RequestType.Name);
        WriteMembers(code, model.Parameters.Where(parameter => !IsFixed(parameter, model)), request, "");
        code.Append(";\n\nawait evolink.GenerateToAsync(\"out\", request);\n");
        return code.ToString();
    }

    /// <summary>A model that a type has alone is set by the type.</summary>
    private static bool IsFixed(ModelParameter parameter, ModelInfo model) => parameter.Name == "model" && parameter.Enum.Count <= 1 && IsAlone(model);

    private static bool IsAlone(ModelInfo model) => EvolinkModels.All.Count(one => one.RequestType == model.RequestType) == 1;

    private static void WriteMembers(StringBuilder code, IEnumerable<ModelParameter> parameters, JsonElement value, string indent)
    {
        (ModelParameter Parameter, JsonElement Value)[] members =
            [.. parameters.Where(one => value.TryGetProperty(one.Name, out _)).Select(one => (one, value.GetProperty(one.Name)))];
        if (members.Length == 0)
        {
            code.Append("()");
            return;
        }

        code.Append('\n').Append(indent).Append("{\n");
        foreach ((ModelParameter parameter, JsonElement one) in members)
        {
            code.Append(indent).Append(Indent).Append(parameter.PropertyName).Append(" = ");
            WriteValue(code, parameter, one, indent + Indent);
            code.Append(",\n");
        }

        code.Append(indent).Append('}');
    }

    private static void WriteValue(StringBuilder code, ModelParameter? parameter, JsonElement value, string indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when parameter is { Parameters.Count: > 0 }:
                code.Append("new()");
                StringBuilder members = new();
                WriteMembers(members, parameter.Parameters, value, indent);
                if (members[0] == '\n') code.Append(members);
                break;
            case JsonValueKind.Array:
                WriteItems(code, parameter?.Items, value, indent);
                break;
            case JsonValueKind.String when parameter?.Format is "uri" or "uuid":
                code.Append("new(").Append(Quote(value.GetString()!)).Append(')');
                break;
            case JsonValueKind.String:
                code.Append(Quote(value.GetString()!));
                break;
            case JsonValueKind.Object:
                code.Append("System.Text.Json.JsonElement.Parse(").Append(Quote(value.GetRawText())).Append(')');
                break;
            default:
                code.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteItems(StringBuilder code, ModelParameter? items, JsonElement value, string indent)
    {
        code.Append('[');
        bool isFirst = true;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (!isFirst) code.Append(", ");
            isFirst = false;
            WriteValue(code, items, item, indent);
        }

        code.Append(']');
    }

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
