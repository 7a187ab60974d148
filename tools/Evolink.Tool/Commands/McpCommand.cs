using System.CommandLine;
using Evolink.Tool.Cli;
using Evolink.Tool.Mcp;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink mcp</c>: the same for an agent.</summary>
internal static class McpCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        Option<bool> http = new("--http") { Description = "Serve over HTTP on the loopback instead of the standard streams. The address and the token are written to the standard error." };
        Option<int> port = new("--port") { Description = "The loopback port of --http; by default a free one.", HelpName = "port" };
        Option<string[]> folder = new("--folder") { Description = "A folder in which the agent may save results, and from which it may upload; can be given several times. By default none.", HelpName = "dir" };
        Option<decimal?> maxCredits = CommonOptions.MaxCredits("The most credits of one request, whatever the agent says.");
        Option<bool> allowUnknownCost = new("--allow-unknown-cost") { Description = "Send requests, too, whose cost is not known before they are sent. By default they are refused." };
        Option<bool> simulate = CommonOptions.Simulate();
        Command command = new("mcp", "Serve the models to an agent by the Model Context Protocol.") { http, port, folder, maxCredits, allowUnknownCost, simulate };
        command.SetAction(async (parsed, interrupted) =>
        {
            if (parsed.GetValue(port) is < 0 or > ushort.MaxValue) throw ToolException.Usage($"--port needs a number from 0 to {ushort.MaxValue}.");
            if ((parsed.GetValue(folder) ?? []).Any(string.IsNullOrWhiteSpace)) throw ToolException.Usage("--folder needs a folder.");
            McpLimits limits = new([.. (parsed.GetValue(folder) ?? []).Select(Path.GetFullPath)], parsed.GetValue(maxCredits), parsed.GetValue(allowUnknownCost));
            bool isSimulated = parsed.GetValue(simulate);
            await using McpSession session = new(environment, isSimulated);
            await session.BeginAsync(interrupted);
            IReadOnlyList<McpServerTool> tools = McpTools.Create(session, limits);
            if (parsed.GetValue(http)) await HttpHost.RunAsync(environment, tools, isSimulated, parsed.GetValue(port), interrupted);
            else await StdioHost.RunAsync(environment, tools, isSimulated, interrupted);
            return ExitCodes.Done;
        });
        return command;
    }
}
