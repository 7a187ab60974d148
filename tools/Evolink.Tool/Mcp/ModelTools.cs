using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>What an agent can find out without a key: nothing but the price list is asked for. The names of parameters are those that the agent sees.</summary>
internal sealed class ModelTools(McpSession sessions)
{
    private const int DefaultCount = 20;

    [McpServerTool(Name = "search_models", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Finds models that generate video, images or audio. All words have to be in a model's id, title or summary.")]
    public static CallToolResult Search(
        [Description("Words, such as 'text to video'; empty for all.")] string words = "",
        [Description("What the model makes: video, image, audio or other; empty for anything.")] string kind = "",
        [Description("What the model has to take, all of it: text, image, video, audio, task.")] string[]? takes = null,
        [Description("The most models that are listed, at least 1.")] int count = DefaultCount) => ToolAnswer.Run(() =>
        {
            int most = ToolArguments.Count(count);
            string makes = ToolArguments.OneOf(nameof(kind), kind, ModelSearch.Kinds);
            string[] inputs = [.. (takes ?? []).Select(static input => ToolArguments.OneOf(nameof(takes), input, ModelInputs.All)).Where(static input => input.Length > 0)];
            ModelInfo[] found = [.. ModelSearch.Find(makes.Length == 0 ? null : makes, inputs, words.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            return new JsonObject
            {
                ["total"] = found.Length,
                ["models"] = new JsonArray([.. found.Take(most).Select(ModelJson.Brief)]),
            };
        });

    [McpServerTool(Name = "get_model", ReadOnly = true, Idempotent = true)]
    [Description("Tells all about a model: the JSON Schema of its requests, what its files have to be, advice, prices, and an example request.")]
    public Task<CallToolResult> GetAsync([Description("The model's id, as search_models gives it.")] string model, CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
    {
        ModelInfo found = ModelLookup.Get(model);
        return ModelJson.Full(found, await sessions.GetPricesAsync(cancellationToken));
    });

    [McpServerTool(Name = "validate_request", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Checks a request as generate would, and says what is wrong and what was probably meant. Costs nothing and sends nothing.")]
    public static CallToolResult Validate(
        [Description("The model's id.")] string model,
        [Description("The request's members, an object as the model's JSON Schema describes; 'model' may be left out.")] JsonElement request) => ToolAnswer.Run(() =>
        {
            bool isValid = ModelLookup.Get(model).TryCreateRequest(request, out _, out IReadOnlyList<ValidationResult> problems);
            return new JsonObject
            {
                ["valid"] = isValid,
                ["problems"] = new JsonArray([.. problems.Select(static problem => (JsonNode?)problem.ErrorMessage)]),
            };
        });
}
