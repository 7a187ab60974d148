using Evolink.Runtime.Errors;
using Evolink.Runtime.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Responses;

/// <summary>What a wait has to know of a task, read from a response whose other members do not matter to it.</summary>
internal sealed record TaskState
{
    public string? Id { get; set; }

    /// <summary>Unset where the response has none.</summary>
    public GenerationStatus Status { get; set; }

    /// <summary>Whether the status is true or false instead of a word.</summary>
    public bool IsFlag { get; set; }

    /// <summary>As the server says it; may run backwards or past 100.</summary>
    public double? Progress { get; set; }

    /// <summary>The result addresses that can be fetched, word for word.</summary>
    public IReadOnlyList<string> Results { get; set; } = [];

    /// <summary>Whether a result is something else than an address.</summary>
    public bool HasBadResult { get; set; }

    /// <summary>Whether a completed task has results in every case; not every API names them in the task.</summary>
    public bool RequiresResults { get; init; }

    /// <summary>Whether there are results that are no files.</summary>
    public bool HasResultData { get; set; }

    public TimeSpan? EstimatedTime { get; set; }

    /// <summary>The credits that the server has set aside for the task.</summary>
    public decimal? CreditsReserved { get; set; }

    /// <summary>The kind of task: <c>image</c>, <c>video</c>, <c>audio</c> …</summary>
    public string? Type { get; set; }

    /// <summary>Whether the error member says anything at all.</summary>
    public bool HasError { get; set; }

    /// <summary>What the response says went wrong; null for a task that is well.</summary>
    public ApiErrorBody? Reason { get; set; }

    public string? ErrorCode => Reason?.Code;
    public string? ErrorMessage => Reason?.Message;
    public string? ErrorSuggestion => Reason?.Suggestion;
    public string? FallbackModel => Reason?.Details.FallbackModel;

    /// <summary>Whether the response begins with one whole JSON object.</summary>
    public bool IsWhole { get; set; }

    /// <summary>The length of that object in the cleaned bytes (<see cref="WireJson.Clean"/>); garbage may follow it.</summary>
    public int Length { get; set; }

    /// <summary>Whether a completed task has something to show for it: a result that is a web address, or result data. Odd entries beside it do not count.</summary>
    public bool HasUsableResults => !RequiresResults || Results.Count > 0 || HasResultData;

    /// <summary>Whether the task goes no further, and has what it is completed with.</summary>
    public bool IsEnd => Status.IsTerminal && (Status != GenerationStatus.Completed || HasUsableResults);

    /// <summary>The same, with the key out of the texts that a message or a log may show.</summary>
    public TaskState Without(string apiKey) => this with
    {
        Status = GenerationStatus.Known.Contains(Status) || Status == default ? Status : new GenerationStatus(MaskedKey.Remove(Status.Value, apiKey)),
        Reason = Reason?.Without(apiKey),
    };
}
