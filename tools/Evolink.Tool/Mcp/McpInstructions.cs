using Evolink.Tool.Connections;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>What the server says of itself.</summary>
internal static class McpInstructions
{
    private const string Text = """
        Generates video, images and audio with EvoLink's models, which are paid for in credits.
        Find a model with search_models, read its JSON Schema with get_model, check with validate_request, ask the price with estimate_cost, then generate.
        Files of this machine are uploaded with upload_file first.
        generate gives a job. A job that is not done in time goes on by itself: call wait_job with its id, do not generate again.
        After a restart, list_jobs has what was begun before.
        """;

    public static void Configure(McpServerOptions options, bool isSimulated)
    {
        options.ServerInfo = new Implementation { Name = "evolink", Title = "EvoLink", Version = ToolVersion.Text };
        options.ServerInstructions = isSimulated ? $"{Text}\nA simulator answers: results are placeholders, and nothing is paid for." : Text;
    }
}
