using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Costs;
using Evolink.Tool.Output;
using Evolink.Tool.Sessions;
using Evolink.Tool.Uploads;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>What things cost, what is left, and files that models are to see. The names of parameters are those that the agent sees.</summary>
internal sealed class AccountTools(McpSession sessions, McpLimits limits)
{
    private const string Unchecked = "leave both empty to upload it without a check";

    [McpServerTool(Name = "estimate_cost", ReadOnly = true, Idempotent = true)]
    [Description("Estimates what a request will cost, in credits (68 are 1 US dollar) and US dollars: a range with how it is reckoned, or why it is not known. Costs nothing and sends nothing of the request. generate compares max_credits with the upper end.")]
    public Task<CallToolResult> EstimateAsync(
        [Description("The model's id.")] string model,
        [Description("The request's members, an object as the model's JSON Schema describes; it need not be complete.")] JsonElement request,
        CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
        {
            ModelInfo found = ModelLookup.Get(model);
            return CostText.ToJson((await sessions.GetPricesAsync(cancellationToken)).Estimate(found, request));
        });

    [McpServerTool(Name = "check_balance", ReadOnly = true, Idempotent = true)]
    [Description("Tells what is left of the account's credits, and of the key's where it has a limit of its own.")]
    public Task<CallToolResult> CheckBalanceAsync(CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
    {
        Session session = await sessions.GetAsync(cancellationToken);
        CreditsResponseData? credits = (await session.Client.Credits.GetCreditsAsync(cancellationToken)).Data;
        return new JsonObject
        {
            ["account_remaining_credits"] = credits?.User?.RemainingCredits,
            ["account_used_credits"] = credits?.User?.UsedCredits,
            ["key_is_unlimited"] = credits?.Token?.UnlimitedCredits,
            ["key_remaining_credits"] = credits?.Token?.UnlimitedCredits == true ? null : credits?.Token?.RemainingCredits,
        };
    });

    [McpServerTool(Name = "upload_file", Destructive = false, Idempotent = false)]
    [Description("Uploads a file of this machine from a folder that the user has allowed, and gives the URL that requests take. It is kept for 72 hours; anyone who has the URL can read it.")]
    public Task<CallToolResult> UploadAsync(
        [Description("The file; a relative path is below the first folder that is allowed.")] string path,
        [Description("The model that it is for, so that it is checked before it is sent; empty for none.")] string model = "",
        [Description("The parameter of that model that it is for, such as image_urls; needed where several take files.")] string parameter = "",
        CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
        {
            string file = limits.Allow(path);
            if (!File.Exists(file)) throw ToolException.Failed($"There is no file '{path}'.");
            UploadOptions options = new() { Media = FindMedia(model, parameter) };
            Session session = await sessions.GetAsync(cancellationToken);
            return FileUploads.ToJson(Listing.OneLine(path), await session.Client.Files.UploadAsync(file, options, cancellationToken));
        });

    private static ModelMedia? FindMedia(string model, string parameter)
    {
        if (model.Length == 0)
        {
            return parameter.Length == 0 ? null : throw ToolException.Failed($"Of which model '{parameter}' is a parameter is not said. Name the model, too, or {Unchecked}.");
        }

        IReadOnlyList<(string Name, ModelMedia Media)> files = ModelFiles.Find(ModelLookup.Get(model));
        string names = string.Join(", ", files.Select(static file => file.Name));
        if (files.Count == 0) throw ToolException.Failed($"{model} takes no file. For another use, {Unchecked}.");
        if (parameter.Length == 0) return files is [var only] ? only.Media : throw ToolException.Failed($"{model} takes files in several parameters: {names}. Name the one that it is for in parameter, or {Unchecked}.");
        return files.FirstOrDefault(file => file.Name == parameter).Media ?? throw ToolException.Failed($"{model} has no parameter '{parameter}' that takes a file; there {(files.Count == 1 ? "is" : "are")} {names}.");
    }
}
