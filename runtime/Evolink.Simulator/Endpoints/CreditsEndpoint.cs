using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /v1/credits: the account's balance, the same for user and key.</summary>
internal sealed class CreditsEndpoint(Account account) : IEndpoint
{
    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        decimal used = account.Used;
        decimal remaining = account.Remaining;
        return Task.FromResult<IResult>(new JsonResponse(200, new JsonObject
        {
            ["success"] = true,
            ["message"] = "",
            ["data"] = new JsonObject
            {
                ["user"] = new JsonObject { ["remaining_credits"] = remaining, ["used_credits"] = used },
                ["token"] = new JsonObject { ["remaining_credits"] = remaining, ["used_credits"] = used, ["unlimited_credits"] = account.IsUnlimited },
            },
        }));
    }
}
