using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Requests;

/// <summary>A request that its model takes.</summary>
internal static class CheckedRequest
{
    /// <exception cref="ToolException">It breaks the model's specification; the message names every failure.</exception>
    public static GenerationRequest Create(ModelInfo model, JsonElement json) =>
        model.TryCreateRequest(json, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems)
            ? request
            : throw RefusedRequest.Create(model, [.. problems.Select(static problem => problem.ErrorMessage!)]);
}
