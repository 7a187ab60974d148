using System.CommandLine;
using Evolink.Tool.Cli;
using Evolink.Tool.Costs;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink estimate MODEL</c>: what a request will probably cost. Needs no key and sends nothing of the request.</summary>
internal static class EstimateCommand
{
    /// <summary>What it is typed as.</summary>
    public const string Name = "estimate";

    /// <param name="environment">The machine.</param>
    /// <param name="model">The model whose parameters become options; null for none.</param>
    public static Command Create(ToolEnvironment environment, ModelInfo? model)
    {
        RequestInput request = new();
        Option<bool> simulate = CommonOptions.Simulate();
        Option<bool> json = CommonOptions.Json();
        Command command = new(Name, "Estimate what a request costs, from the public price list. Takes the same options as generate, needs no key and sends nothing.") { request.Model, request.Input, request.Example, simulate, json };
        request.AddParameters(command, model);
        command.SetAction(async (parsed, interrupted) =>
        {
            RequestDraft draft = await request.ReadAsync(parsed, environment.Screen, interrupted);
            CostEstimate estimate = await FindAsync(environment, draft, parsed.GetValue(simulate), interrupted);
            if (parsed.GetValue(json))
            {
                environment.Screen.Out.WriteLine(JsonOutput.Format(CostText.ToJson(estimate)));
                return ExitCodes.Done;
            }

            environment.Screen.Out.WriteLine(CostText.Line(estimate));
            foreach (string reason in CostText.Reasons(estimate)) environment.Screen.Error.WriteLine($"  {reason}");
            if (estimate.IsKnown) environment.Screen.Error.WriteLine("What counts is what the service sets aside when it takes the request.");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The estimate of a request by the prices of the service, or of a simulator.</summary>
    public static async Task<CostEstimate> FindAsync(ToolEnvironment environment, RequestDraft draft, bool simulate, CancellationToken cancellationToken) =>
        (await PriceBook.ReadAsync(environment, simulate, cancellationToken)).Estimate(draft.Model, JsonOutput.ToElement(draft.Json));
}
