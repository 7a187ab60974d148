using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /: what the simulator serves, for whoever finds it in a browser or with curl.</summary>
internal sealed class IndexEndpoint(IReadOnlyList<SpecOperation> operations, TaskStore tasks, Account account) : IEndpoint
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        JsonObject index = new()
        {
            ["name"] = "Evolink.Simulator",
            ["version"] = typeof(IndexEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0],
            ["about"] = "A local EvoLink API for tests: nothing is generated and nothing is billed. Every path but this one and the results needs the key.",
            ["base_address"] = request.Origin(),
            ["models"] = new JsonArray([.. SpecOperation.AllModels(operations).Select(static model => (JsonNode)model)]),
            ["operations"] = new JsonArray([.. operations.Select(Describe)]),
            ["tasks"] = tasks.All().Count,
            ["credits_used"] = account.Used,
            ["credits_remaining"] = account.IsUnlimited ? null : account.Remaining,
        };
        return Task.FromResult(Results.Text(index.ToJsonString(s_indented) + "\n", "application/json"));
    }

    private static JsonObject Describe(SpecOperation operation) => new()
    {
        ["method"] = operation.Method,
        ["path"] = operation.Path.Text,
        ["operation"] = operation.Id,
        ["models"] = new JsonArray([.. operation.Models.Select(static model => (JsonNode)model)]),
    };
}
