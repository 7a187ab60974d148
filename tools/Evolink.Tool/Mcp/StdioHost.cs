using Evolink.Tool.Cli;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>Serves one agent over the standard streams. Nothing else may be written to the output.</summary>
internal static class StdioHost
{
    public static async Task RunAsync(ToolEnvironment environment, IReadOnlyList<McpServerTool> tools, bool isSimulated, CancellationToken stopped)
    {
        (Stream input, Stream output) = environment.OpenStandardStreams();
        McpServerOptions options = new() { ToolCollection = [.. tools] };
        McpInstructions.Configure(options, isSimulated);
        await using StreamServerTransport transport = new(input, output, "evolink");
        await using McpServer server = McpServer.Create(transport, options);
        await server.RunAsync(stopped);
    }
}
