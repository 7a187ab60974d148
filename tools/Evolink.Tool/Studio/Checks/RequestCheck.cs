using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Output;

namespace Evolink.Tool.Studio.Checks;

/// <summary>What there is to say of a request while somebody types it. Nothing is sent.</summary>
internal sealed class RequestCheck(CostForecast forecast)
{
    public JsonObject Run(ModelInfo model, JsonElement json)
    {
        bool isValid = model.TryCreateRequest(json, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems);
        JsonObject complete = Complete(model, json);
        JsonElement whole = JsonOutput.ToElement(complete);
        return new JsonObject
        {
            ["valid"] = isValid,
            ["problems"] = new JsonArray([.. problems.Select(static problem => (JsonNode)Problem(problem.ErrorMessage ?? ""))]),
            ["cost"] = forecast.Describe(model, request),
            ["code"] = new JsonObject
            {
                ["csharp"] = CSharpSnippet.Write(model, whole),
                ["curl"] = CurlSnippet.Write(model, complete),
                ["json"] = JsonOutput.Format(complete),
            },
        };
    }

    /// <summary>A message begins with the place that it is about, such as <c>image_urls[0]: must be …</c>.</summary>
    private static JsonObject Problem(string message)
    {
        int end = message.IndexOf(": ", StringComparison.Ordinal);
        string path = end > 0 ? message[..end] : "";
        bool isPath = path.Length > 0 && !path.Contains(' ', StringComparison.Ordinal);
        return new JsonObject { ["path"] = isPath ? path : "", ["text"] = isPath ? message[(end + 2)..] : message };
    }

    private static JsonObject Complete(ModelInfo model, JsonElement json)
    {
        JsonObject complete = [];
        if (model.Parameters.Any(static parameter => parameter.Name == "model")) complete["model"] = model.Id;
        if (json.ValueKind != JsonValueKind.Object) return complete;
        foreach (JsonProperty member in json.EnumerateObject()) complete[member.Name] = JsonOutput.ToNode(member.Value);
        return complete;
    }
}
