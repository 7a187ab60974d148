using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Evolink;

/// <summary>
/// Collects what is wrong with a value. Generated code passes it by reference through the values in a request and calls
/// one method for each rule of the specification; a null value passes every rule but <see cref="Required"/>. Each rule
/// takes the member's C# name and its JSON name, both empty where the rule is about the value itself (an array's item).
/// Nothing is allocated while nothing fails.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct ValidationFailures
{
    // A found text is shown by its beginning where it is a short name by nature, else by its length: prompts do not belong in logs.
    private const int ShownLength = 40;

    private List<Failure>? _failures;

    // A branch of anyOf or a condition is only asked whether it holds; its failures are counted, not described.
    private readonly bool _isQuiet;
    private int _count;

    // Branches use up what whoever asked them has.
    private ValidationLimits _limits;

    private ValidationFailures(bool isQuiet, ValidationLimits limits)
    {
        _isQuiet = isQuiet;
        _limits = limits;
    }

    /// <summary>Whether any rule failed so far.</summary>
    public readonly bool Any => _count > 0;

    /// <summary>Adds a failure.</summary>
    /// <param name="member">The C# path of what is wrong, from the value that is being checked.</param>
    /// <param name="jsonName">The JSON path of the same.</param>
    /// <param name="problem">What is allowed and what was found.</param>
    public void Add(string member, string jsonName, string problem)
    {
        if (Fails())
        {
            Describe(member, jsonName, problem);
        }
    }

    internal readonly IReadOnlyList<ValidationResult> ToResults()
    {
        if (_failures is null)
        {
            return [];
        }

        ValidationResult[] results = new ValidationResult[_failures.Count];
        for (int i = 0; i < results.Length; i++)
        {
            Failure failure = _failures[i];
            string path = failure.JsonName.Length == 0 ? "$" : failure.JsonName;
            IEnumerable<string> members = failure.Among?.Select(member => MemberPath.Join(failure.Member, member))
                ?? (failure.Member.Length == 0 ? [] : [failure.Member]);
            results[i] = new($"{path}: {failure.Problem}.", members);
        }

        return results;
    }

    // Reports what a limit left unchecked, once. A quiet branch leaves that to whoever asked it.
    private void GiveUp(string member, string jsonName)
    {
        if (_isQuiet)
        {
            _count++;
        }
        else if (_limits.TakeProblem() is { } problem)
        {
            Add(member, jsonName, problem);
        }
    }

    // Counts a failure and tells whether it is to be described. Rules build their text only then.
    private bool Fails()
    {
        _count++;
        return !_isQuiet;
    }

    private void Describe(string member, string jsonName, string problem) =>
        (_failures ??= []).Add(new(member, jsonName, problem));

    // A rule between members is a failure of the object that holds them, and of each of them to a form.
    private void Describe(ReadOnlySpan<string> among, string member, string jsonName, string problem) =>
        (_failures ??= []).Add(new(member, jsonName, problem, among.Length == 0 ? null : among.ToArray()));

    // Children record paths that are relative to them; whoever called them puts its own name in front.
    private readonly int Mark() => _failures?.Count ?? 0;

    private readonly void Prefix(int mark, string member, string jsonName)
    {
        for (int i = mark; i < _failures?.Count; i++)
        {
            Failure failure = _failures[i];
            _failures[i] = failure with
            {
                Member = MemberPath.Join(member, failure.Member),
                JsonName = MemberPath.Join(jsonName, failure.JsonName),
            };
        }
    }

    private static string Shown(string text) => text.Length <= ShownLength ? $"'{text}'" : $"'{text.AsSpan(0, ShownLength)}…'";

    private static string Counted(int count, string one) =>
        count == 1 ? $"1 {one}" : FormattableString.Invariant($"{count} {one}s");

    private readonly record struct Failure(string Member, string JsonName, string Problem, string[]? Among = null);
}
