namespace Evolink;

/// <summary>What a wait has to know of a task, read from an answer whose other members do not matter to it.</summary>
internal sealed record TaskState
{
    public string? Id { get; set; }

    /// <summary>Unset where the answer has none.</summary>
    public GenerationStatus Status { get; set; }

    /// <summary>As the server says it; may run backwards or past 100.</summary>
    public double? Progress { get; set; }

    /// <summary>The result addresses, word for word.</summary>
    public IReadOnlyList<string> Results { get; set; } = [];

    /// <summary>Whether a result is something else than an address.</summary>
    public bool HasBadResult { get; set; }

    /// <summary>Whether there are results that are no files.</summary>
    public bool HasResultData { get; set; }

    public TimeSpan? EstimatedTime { get; set; }

    /// <summary>The kind of task: <c>image</c>, <c>video</c>, <c>audio</c> …</summary>
    public string? Type { get; set; }

    public string? ErrorCode { get; set; }
    public string? ErrorMessage { get; set; }
    public string? ErrorSuggestion { get; set; }

    /// <summary>Whether the answer was one whole JSON object.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether a completed task has something to show for it: results that are web addresses, or result data.</summary>
    public bool HasUsableResults => !HasBadResult && (Results.Count > 0 || HasResultData) && Results.All(IsWebAddress);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;
}
