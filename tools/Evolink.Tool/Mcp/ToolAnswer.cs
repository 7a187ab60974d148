using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using ModelContextProtocol.Protocol;

namespace Evolink.Tool.Mcp;

/// <summary>What a tool answers: JSON, or a problem that the agent can act on.</summary>
internal static class ToolAnswer
{
    public static async Task<CallToolResult> RunAsync(Func<Task<JsonObject>> run)
    {
        try
        {
            return Json(await run());
        }
        catch (Exception exception) when (Failure.Describe(exception) is { } failure)
        {
            return Problem(failure.Message);
        }
        catch (Exception invalid) when (invalid is ArgumentException or OverflowException)
        {
            // A value of the agent's that is out of its range.
            return Problem(invalid.Message);
        }
    }

    public static CallToolResult Run(Func<JsonObject> run) => RunAsync(() => Task.FromResult(run())).GetAwaiter().GetResult();

    /// <summary>The same as text: clients differ in which of the two they read.</summary>
    private static CallToolResult Json(JsonObject answer) => new()
    {
        Content = [new TextContentBlock { Text = JsonOutput.Format(answer) }],
        StructuredContent = JsonOutput.ToElement(answer),
    };

    private static CallToolResult Problem(string message) => new() { Content = [new TextContentBlock { Text = message }], IsError = true };
}
