using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Requests;

/// <summary>A request that its model takes.</summary>
internal static class CheckedRequest
{
    /// <exception cref="ToolException">It breaks the model's specification; the message names every failure.</exception>
    public static GenerationRequest Create(ModelInfo model, JsonElement json)
    {
        if (model.TryCreateRequest(json, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems)) return request;
        throw ToolException.Invalid($"{Explain(problems)}\n`evolink describe {model.Id}` says what it takes.");
    }

    /// <summary>Every failure, one a line.</summary>
    public static string Explain(IReadOnlyList<ValidationResult> problems) =>
        $"The request was not sent: {(problems.Count == 1 ? "1 value is" : $"{problems.Count} values are")} not valid.\n{string.Join("\n", problems.Select(static problem => $"  {problem.ErrorMessage}"))}";
}
