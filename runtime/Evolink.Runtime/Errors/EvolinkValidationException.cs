using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Evolink;

/// <summary>A request is not as its specification demands. Nothing was sent.</summary>
public class EvolinkValidationException : ValidationException
{
    /// <summary>Makes an exception of the failures that were found.</summary>
    public EvolinkValidationException(IReadOnlyList<ValidationResult> results)
        : base(Describe(results)) =>
        Results = results;

    /// <summary>Every failure, with the path of its member.</summary>
    public IReadOnlyList<ValidationResult> Results { get; }

    private static string Describe(IReadOnlyList<ValidationResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        string head = results.Count == 1
            ? "The request was not sent: 1 value is not valid."
            : string.Create(CultureInfo.InvariantCulture, $"The request was not sent: {results.Count} values are not valid.");
        return string.Join('\n', results.Select(result => "  " + result.ErrorMessage).Prepend(head));
    }
}
