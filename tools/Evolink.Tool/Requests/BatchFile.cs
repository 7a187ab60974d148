using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;

namespace Evolink.Tool.Requests;

/// <summary>A request of a batch.</summary>
/// <param name="Line">Its line, counted from one.</param>
/// <param name="Draft">The request, checked.</param>
/// <param name="Key">Names it: the same request of the same file has the same key, wherever its line stands. What is in the files that it names counts, not where they lie.</param>
internal sealed record BatchLine(int Line, RequestDraft Draft, string Key);

/// <summary>Reads a file of requests, one JSON object with its <c>model</c> a line.</summary>
internal static class BatchFile
{
    /// <exception cref="ToolException">A line is no request that its model takes; the message names all such lines.</exception>
    public static async Task<IReadOnlyList<BatchLine>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw ToolException.Usage($"There is no file '{path}'.");
        string file = Hash(Path.GetFullPath(path));
        Dictionary<string, int> seen = [];
        List<BatchLine> lines = [];
        List<string> problems = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            (RequestDraft? draft, string problem) = await ReadLineAsync(line, cancellationToken);
            if (draft is null)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"  line {number}: {problem}"));
                continue;
            }

            string hash = Hash(ClientJson.Write(draft.CheckedRequest));
            int count = seen[hash] = seen.GetValueOrDefault(hash) + 1;
            lines.Add(new BatchLine(number, draft, string.Create(CultureInfo.InvariantCulture, $"batch:{file}:{hash}:{count}")));
        }

        return problems.Count == 0 ? lines : throw ToolException.Invalid($"Nothing was sent: {problems.Count} of the lines are no valid requests.\n{string.Join("\n", problems)}");
    }

    private static async Task<(RequestDraft? Draft, string Problem)> ReadLineAsync(string line, CancellationToken cancellationToken)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject json || json["model"] is not JsonValue id || id.GetValueKind() != JsonValueKind.String)
            {
                return (null, "must be an object with a model, such as { \"model\": \"…\", \"prompt\": \"…\" }.");
            }

            if (EvolinkModels.Find(id.GetValue<string>()) is not { } model) return (null, $"there is no model '{id}'. `evolink models` lists them.");
            (RequestDraft? draft, IReadOnlyList<string> problems) = await RequestDraft.TryCreateAsync(model, json, cancellationToken);
            return (draft, string.Join(" ", problems));
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            // A name that stands twice in an object is an ArgumentException.
            return (null, $"is no JSON: {unreadable.Message}");
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}
