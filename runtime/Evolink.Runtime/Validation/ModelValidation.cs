using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Evolink;

/// <summary>Runs a generated type's own checks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelValidation
{
    /// <summary>Checks a value.</summary>
    /// <exception cref="EvolinkValidationException">Something is wrong; the exception names every failure.</exception>
    public static void Validate<T>(T value)
        where T : IValidatable
    {
        if (!TryValidate(value, out IReadOnlyList<ValidationResult> results))
        {
            throw new EvolinkValidationException(results);
        }
    }

    /// <summary>What stands where a value should have the URL of a file, by JSON paths; null where anything else is wrong with the value.</summary>
    internal static IReadOnlyDictionary<string, string>? FindUnfitMedia<T>(T value)
        where T : IValidatable
    {
        SchemaValidationContext context = default;
        try
        {
            value.Validate(ref context);
        }
        catch (ObjectDisposedException)
        {
            // What is wrong is no file's: whoever checks or writes the value says so.
            return null;
        }

        return context.ToMedia();
    }

    /// <summary>Checks a value without throwing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="results">Every failure; empty where there is none.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public static bool TryValidate<T>(T value, out IReadOnlyList<ValidationResult> results)
        where T : IValidatable
    {
        ArgumentNullException.ThrowIfNull(value);
        SchemaValidationContext context = default;
        try
        {
            value.Validate(ref context);
        }
        catch (ObjectDisposedException)
        {
            context.Add("", "", "must not hold a JsonElement of a JsonDocument that was disposed");
        }

        results = context.ToResults();
        return !context.Any;
    }
}
