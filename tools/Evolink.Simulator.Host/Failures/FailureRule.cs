using System.Globalization;

namespace Evolink.Simulation;

/// <summary>What <c>--fail</c> or a line of a script asks for: something that goes wrong with requests of one kind, or with tasks.</summary>
/// <param name="Kind">The requests; null for those of every kind.</param>
/// <param name="Failure">What happens to them; null lets one pass.</param>
/// <param name="Task">How a task ends instead; null for a rule about requests.</param>
internal sealed record FailureRule(RequestKind? Kind, Fault? Failure, TaskFailure? Task)
{
    public const string Grammar = """
            WHO:WHAT      create, poll, download or any  :  a status such as 503,
                          429+5s (with Retry-After), reset, refuse, cut, stall,
                          html, json-error, garbage, empty, bom, or ok,
                          which lets it pass
            task:CODE     the task fails with this code, such as
                          task:content_policy_violation
        """;

    private static readonly string[] s_whos = ["create", "poll", "download", "any", "task"];

    /// <summary>What a rule may let happen besides a status.</summary>
    public static IReadOnlyList<string> Words { get; } = ["reset", "refuse", "cut", "stall", "html", "json-error", "garbage", "empty", "bom", "ok"];

    public bool AppliesTo(RequestKind kind) => Task is null && (Kind is null || Kind == kind);

    /// <exception cref="FormatException">The rule is not understood; the message says which part and what it may be.</exception>
    public static FailureRule Parse(string text)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts is not [{ Length: > 0 } who, { Length: > 0 } what]) throw new FormatException($"'{text}' must be WHO:WHAT, such as create:503.");
        return who switch
        {
            "task" => new FailureRule(null, null, new TaskFailure(Code(what), "The simulator was asked to let this task fail.")),
            "create" => new FailureRule(RequestKind.Create, FaultOf(what), null),
            "poll" => new FailureRule(RequestKind.Query, FaultOf(what), null),
            "download" => new FailureRule(RequestKind.Download, FaultOf(what), null),
            "any" => new FailureRule(null, FaultOf(what), null),
            _ => throw new FormatException($"'{who}' is none of {string.Join(", ", s_whos)}{Suggestion(who, s_whos)}"),
        };
    }

    private static string Code(string code) => code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        ? code
        : throw new FormatException($"'{code}' must be an error code: letters, digits and underscores.");

    private static Fault? FaultOf(string what) => what switch
    {
        "ok" => null,
        "reset" => Fault.ResetAfterRequest(),
        "refuse" => Fault.ResetBeforeReading(),
        "cut" => Fault.Truncated(20),
        "stall" => Fault.Stall(),
        "html" => Fault.Html(),
        "json-error" => Fault.Answer(200, "application/json", """{"error":{"code":"internal_error","message":"The simulator was asked to fail.","type":"api_error"}}"""),
        "garbage" => Fault.Garbage(),
        "empty" => Fault.Answer(200, "application/json", ""),
        "bom" => Fault.Edited("a byte order mark", static body => [0xEF, 0xBB, 0xBF, .. body]),
        _ => StatusFault(what),
    };

    private static Fault StatusFault(string what)
    {
        string[] parts = what.Split('+', 2);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int status))
            throw new FormatException($"'{what}' is neither a status nor one of {string.Join(", ", Words)}{Suggestion(what, Words)}");
        if (status is < 300 or > 599) throw new FormatException($"'{what}' must be a status from 300 to 599.");
        if (parts.Length == 1) return Fault.Status(status);
        return DurationText.TryParse(parts[1], out TimeSpan wait)
            ? Fault.Status(status, Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : throw new FormatException($"'{parts[1]}' in '{what}' must be a time such as 5s.");
    }

    private static string Suggestion(string text, IEnumerable<string> candidates) => Closest.To(text, candidates) is { } meant ? $"; did you mean '{meant}'?" : ".";
}
