using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Evolink;

/// <summary>
/// The values that the specification names, compared as they are sent: an extensible enum by its wire value. The stock
/// attribute fails where nothing is set. An unset value passes.
/// </summary>
/// <param name="values">The values as the specification has them.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessor, Values.")]
public sealed class KnownValuesAttribute(params object[] values) : AllowedValuesAttribute(values)
{
    /// <inheritdoc/>
    public override bool IsValid(object? value)
    {
        if (AttributeValue.Text(value) is not { } text)
        {
            return true;
        }

        foreach (object? known in Values)
        {
            if (string.Equals(AttributeValue.Text(known), text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => ErrorMessage is null
        ? $"The field {name} must be one of {string.Join(", ", Values.Select(AttributeValue.Text))}."
        : string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name);
}
