using System.Text.Json.Nodes;
using Evolink.Tool.Output;

namespace Evolink.Tool.Studio.Checks;

/// <summary>A request as a command of a shell. Its body stands in a quoted here-document, in which a shell changes nothing.</summary>
internal static class CurlSnippet
{
    private const string Server = "https://api.evolink.ai";

    public static string Write(ModelInfo model, JsonObject request) => $"""
        curl {Server}{model.Path} \
          -H "Authorization: Bearer $EVOLINK_API_KEY" \
          -H "Content-Type: application/json" \
          -d @- <<'JSON'
        {JsonOutput.Format(request)}
        JSON

        """;
}
