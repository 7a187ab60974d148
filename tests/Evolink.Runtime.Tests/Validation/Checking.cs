using System.ComponentModel.DataAnnotations;

namespace Evolink.Tests.Validation;

/// <summary>Runs some rules as a generated type does.</summary>
internal static class Checking
{
    public delegate void Rules(ref SchemaValidationContext context);

    public static IReadOnlyList<ValidationResult> Check(Rules rules)
    {
        ModelValidation.TryValidate(new Value(rules), out IReadOnlyList<ValidationResult> results);
        return results;
    }

    public static bool Passes(Rules rules) => Check(rules).Count == 0;

    /// <summary>The only failure's message.</summary>
    public static string Fails(Rules rules) => Assert.Single(Check(rules)).ErrorMessage!;

    /// <summary>Each failure as <c>C# path | message</c>.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<ValidationResult> results) =>
        results.Select(result => $"{string.Join(',', result.MemberNames)} | {result.ErrorMessage}");

    private sealed record Value(Rules Rules) : IValidatable
    {
        public void Validate(ref SchemaValidationContext context) => Rules(ref context);
    }
}
