using System.CommandLine;
using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Output;
using static System.FormattableString;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink credits</c>: what is left.</summary>
internal static class CreditsCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("credits", "Show what is left of the account's credits, and of the key's. 68 credits are 1 US dollar.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using EvolinkClient client = new(Account.Read(environment));
            CreditsResponse credits = await client.Credits.GetCreditsAsync(cancellationToken);
            if (parsed.GetValue(json)) environment.Screen.Out.WriteLine(JsonOutput.Format(ClientJson.ToElement(credits.Data)));
            else Write(environment.Screen.Out, credits.Data);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(TextWriter output, CreditsResponseData? credits)
    {
        output.WriteLine(Invariant($"account\t{credits?.User?.RemainingCredits} credits left, {credits?.User?.UsedCredits} used"));
        output.WriteLine(credits?.Token?.UnlimitedCredits == true ? "key\tno limit of its own" : Invariant($"key\t{credits?.Token?.RemainingCredits} credits left, {credits?.Token?.UsedCredits} used"));
    }
}
