using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>What one side says of an instance.</summary>
/// <param name="Failures">The path of each failure with its message.</param>
/// <param name="IsUnread">Whether the instance is of another JSON kind than its type, so that it was not even read.</param>
internal sealed partial record ValidationOutcome(IReadOnlyList<(string Path, string Message)> Failures, bool IsUnread = false)
{
    public HashSet<string> Paths => [.. Failures.Select(failure => failure.Path)];

    public bool IsValid => Failures.Count == 0;

    public static ValidationOutcome FromGeneratedType(SpecBody body, JsonNode? instance)
    {
        try
        {
            object? value = JsonSerializer.Deserialize(instance?.ToJsonString() ?? "null", GeneratedTypes.Find(body)!);
            if (value is not IValidatable request) return Unread("null is no request");

            ModelValidation.TryValidate(request, out IReadOnlyList<ValidationResult> results);
            return new([.. results.Select(result => (Blamed(result), result.ErrorMessage!))]);
        }
        catch (JsonException problem)
        {
            return Unread(problem.Message);
        }
    }

    public static ValidationOutcome FromSimulator(SpecBody body, JsonNode? instance)
    {
        JsonElement meant = Json.Element(DeliberateDifferences.Apply(body, instance));
        return new([.. body.File.Validator.Evaluate(body.Media["schema"]!.Pointer, meant).Select(failure => (Blamed(failure), failure.ToString()))]);
    }

    /// <summary>The same outcome and, where the instance could be read at all, about the same members.</summary>
    public bool AgreesWith(ValidationOutcome other) => IsUnread ? !other.IsValid : Paths.SetEquals(other.Paths);

    public override string ToString() => string.Join(" | ", Failures.Select(failure => failure.Message));

    private static ValidationOutcome Unread(string message) => new([("", message)], IsUnread: true);

    private static string Blamed(ValidationResult result)
    {
        string[] parts = result.ErrorMessage!.Split(": ");
        return parts[0] == "$" ? "" : Plain(parts[0]);
    }

    // A rule between members is a failure of the object that holds them, and one between items of their array, whichever a side
    // names. What a `not` of these specs forbids is one member.
    private static string Blamed(SchemaFailure failure) =>
        failure.Keyword is "uniqueItems" ? Plain(failure.Path[..failure.Path.LastIndexOf('[')])
        : failure.Keyword is "x-evolink-max-items-total" or "x-evolink-compare" || IsOfMissingMember(failure) ? Holder(Plain(failure.Path))
        : Plain(failure.Path);

    // Of alternatives between members the first that is missing is named.
    private static bool IsOfMissingMember(SchemaFailure failure) => failure.Keyword is "anyOf" or "oneOf" && failure.Message.StartsWith("is required", StringComparison.Ordinal);

    private static string Holder(string path) => path[..Math.Max(0, path.LastIndexOf('.'))];

    // A map's key is written as a member's name by one and in brackets by the other.
    private static string Plain(string path) => Key().Replace(path, ".$1");

    [GeneratedRegex("""\["([^"]*)"\]""")]
    private static partial Regex Key();
}
