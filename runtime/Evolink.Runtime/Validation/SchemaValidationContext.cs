using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>
/// Collects what is wrong with a value. Generated code passes it by reference through the values in a request and calls
/// one method for each constraint of the specification, named by its keyword; a null value passes every constraint but
/// <c>Required</c>. Each takes the member's C# name and its JSON name, both empty where the constraint is about the value
/// itself (an array's item). Nothing is allocated while nothing fails.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SchemaValidationContext
{
    // A text is shown by its beginning where it is a short name by nature, else by its length: prompts do not belong in logs.
    private const int ShownLength = 40;

    private List<Failure>? _failures;

    // A branch of anyOf or a condition is only asked whether it holds; its failures are counted, not described.
    private readonly bool _isQuiet;
    private int _count;

    // Branches use up the same limits as the value that they are applied to.
    private ValidationLimits _limits;

    private SchemaValidationContext(bool isQuiet, ValidationLimits limits)
    {
        _isQuiet = isQuiet;
        _limits = limits;
    }

    /// <summary>Whether any constraint failed so far.</summary>
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

    /// <summary>Whether a value satisfies a subschema. Nothing is reported.</summary>
    public bool Matches<T>(T value, SubschemaValidator<T> subschema)
    {
        SchemaValidationContext context = new(isQuiet: true, _limits);
        subschema(value, ref context);
        _limits = context._limits;
        if (!_isQuiet)
        {
            // Whether it holds is not known then, so that neither answer may let the value pass.
            GiveUp("", "");
        }

        return !context.Any;
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

    /// <summary>Counts a failure and tells whether it is to be described. Constraints build their text only then.</summary>
    internal bool Fails()
    {
        _count++;
        return !_isQuiet;
    }

    internal void Describe(string member, string jsonName, string problem) =>
        (_failures ??= []).Add(new(member, jsonName, problem));

    /// <summary>Describes a text that should be the URL of a file, and may name one of this machine.</summary>
    internal void DescribeMedia(string member, string jsonName, string problem, string media) =>
        (_failures ??= []).Add(new(member, jsonName, problem) { Media = media });

    /// <summary>The texts that should be URLs of files, by their JSON paths; null where anything else is wrong as well.</summary>
    internal readonly IReadOnlyDictionary<string, string>? ToMedia() => _failures is null || _failures.Exists(static failure => failure.Media is null)
        ? _count == 0 ? new Dictionary<string, string>() : null
        : _failures.DistinctBy(static failure => failure.JsonName).ToDictionary(static failure => failure.JsonName, static failure => failure.Media!);

    /// <summary>Describes a constraint between members: a failure of the object that holds them, and of each of them to a form.</summary>
    internal void Describe(ReadOnlySpan<string> among, string member, string jsonName, string problem) =>
        (_failures ??= []).Add(new(member, jsonName, problem, among.Length == 0 ? null : among.ToArray()));

    /// <summary>Validates a nested value of a generated type, within the limits of depth and of work.</summary>
    internal void Nested<T>(T value, string member, string jsonName)
        where T : IValidatable
    {
        if (!_limits.TryEnter())
        {
            GiveUp(member, jsonName);
            return;
        }

        int mark = Mark();
        value.Validate(ref this);
        Prefix(mark, member, jsonName);
        _limits.Leave();
    }

    /// <summary>
    /// Whether a text matches a pattern. Where there is no time to tell, that is a failure of its own, and the answer is
    /// <paramref name="otherwise"/>, by which nothing more is said of the text.
    /// </summary>
    internal bool IsMatch(string text, Regex pattern, string member, string jsonName, bool otherwise = true)
    {
        if (_limits.IsMatch(text, pattern) is bool isMatch)
        {
            return isMatch;
        }

        GiveUp(member, jsonName);
        return otherwise;
    }

    /// <summary>The number of failures so far. Children record paths that are relative to them: <see cref="Prefix"/> completes those since a mark.</summary>
    internal readonly int Mark() => _failures?.Count ?? 0;

    internal readonly void Prefix(int mark, string member, string jsonName)
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

    internal static string Shown(string text) => text.Length <= ShownLength ? $"'{text}'" : $"'{text.AsSpan(0, ShownLength)}…'";

    internal static string Counted(int count, string one) =>
        count == 1 ? $"1 {one}" : FormattableString.Invariant($"{count} {one}s");

    // Reports what a limit left unchecked, once. A quiet branch leaves that to the context that started it.
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

    private readonly record struct Failure(string Member, string JsonName, string Problem, string[]? Among = null)
    {
        /// <summary>The text, where it should be the URL of a file.</summary>
        public string? Media { get; init; }
    }
}
