using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Requests;

/// <summary>A request of a batch.</summary>
/// <param name="Line">Its line, counted from one.</param>
/// <param name="Request">The request, checked.</param>
/// <param name="Key">Names it: the same request of the same file has the same key, wherever its line stands.</param>
internal sealed record BatchLine(int Line, GenerationRequest Request, string Key);

/// <summary>Reads a file of requests, one JSON object with its <c>model</c> a line.</summary>
internal static class BatchFile
{
    /// <exception cref="ToolException">A line is no request that its model takes; the message names all such lines.</exception>
    public static IReadOnlyList<BatchLine> Read(string path)
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
            if (Read(line, out string problem) is not { } request)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"  line {number}: {problem}"));
                continue;
            }

            string hash = Hash(JsonSerializer.Serialize(request));
            int count = seen[hash] = seen.GetValueOrDefault(hash) + 1;
            lines.Add(new BatchLine(number, request, string.Create(CultureInfo.InvariantCulture, $"batch:{file}:{hash}:{count}")));
        }

        return problems.Count == 0 ? lines : throw ToolException.Invalid($"Nothing was sent: {problems.Count} of the lines are no valid requests.\n{string.Join("\n", problems)}");
    }

    private static GenerationRequest? Read(string line, out string problem)
    {
        try
        {
            JsonElement json = JsonElement.Parse(line);
            string? model = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("model", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
            problem = "must be an object with a model, such as { \"model\": \"…\", \"prompt\": \"…\" }.";
            if (model is null) return null;
            bool isValid = EvolinkModels.TryCreateRequest(model, json, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems);
            problem = string.Join(" ", problems.Select(static one => one.ErrorMessage));
            return isValid ? request : null;
        }
        catch (JsonException unreadable)
        {
            problem = $"is no JSON: {unreadable.Message}";
            return null;
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}
