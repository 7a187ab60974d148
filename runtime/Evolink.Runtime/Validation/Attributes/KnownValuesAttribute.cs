using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Evolink.Runtime.Validation.Attributes;

namespace Evolink;

/// <summary>
/// The values that the specification names, compared as they are sent: an extensible enum by its wire value. The stock
/// attribute fails where nothing is set. An unset value passes.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessor, Values.")]
public sealed class KnownValuesAttribute : AllowedValuesAttribute
{
    /// <summary>Takes the values as the specification has them.</summary>
    public KnownValuesAttribute(params object[] values)
        : base(values)
    {
        // The stock message names the attribute, not the values. Braces would be taken for places to fill.
        string allowed = string.Join(", ", values.Select(AttributeValue.Text));
        ErrorMessage = "The field {0} must be one of " + allowed.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) + ".";
    }

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
}
