using Evolink.Tool.Cli;

namespace Evolink.Tool.Requests;

/// <summary>What is said of a request that its model does not take.</summary>
internal static class RefusedRequest
{
    /// <param name="model">The model.</param>
    /// <param name="problems">Every failure, as a sentence.</param>
    public static ToolException Create(ModelInfo model, IReadOnlyList<string> problems) => ToolException.Invalid(
        $"The request was not sent: {(problems.Count == 1 ? "1 value is" : $"{problems.Count} values are")} not valid.\n{string.Join("\n", problems.Select(static problem => $"  {problem}"))}\n`evolink describe {model.Id}` says what it takes.");
}
