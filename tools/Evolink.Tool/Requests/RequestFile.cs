using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;

namespace Evolink.Tool.Requests;

/// <summary>A request that somebody wrote into a file.</summary>
internal static class RequestFile
{
    /// <summary>A request has a few kilobytes; what is larger is another file.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    /// <param name="path">The file, or <c>-</c> for the standard input.</param>
    /// <param name="screen">Has the standard input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ToolException">It cannot be read, or is no JSON object.</exception>
    public static async Task<JsonObject> ReadAsync(string path, Screen screen, CancellationToken cancellationToken)
    {
        string name = path == "-" ? "the standard input" : $"'{path}'";
        string text = path == "-" ? await screen.Input.ReadToEndAsync(cancellationToken) : await ReadAsync(path, cancellationToken);
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false }) as JsonObject
                ?? throw ToolException.Usage($"{name} must hold one JSON object, the request's members.");
        }
        catch (JsonException problem)
        {
            throw ToolException.Usage($"{name} is no JSON: {problem.Message}");
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        FileInfo file = new(path);
        if (!file.Exists) throw ToolException.Usage($"--input: there is no file '{path}'.");
        if (file.Length > MostBytes) throw ToolException.Usage($"--input: '{path}' has {file.Length} bytes, which is no request.");
        return await File.ReadAllTextAsync(path, cancellationToken);
    }
}
