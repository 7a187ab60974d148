using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Evolink;

/// <summary>How many items an array has, or members a map. An unset one passes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ItemCountAttribute : ValidationAttribute
{
    /// <summary>The fewest items. Default 0.</summary>
    public int Minimum { get; set; }

    /// <summary>The most items. Default: no limit.</summary>
    public int Maximum { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    public override bool IsValid(object? value)
    {
        if (value is not IEnumerable items)
        {
            return true;
        }

        int count = items is ICollection collection ? collection.Count : items.Cast<object?>().Count();
        return count >= Minimum && count <= Maximum;
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name)
    {
        if (ErrorMessage is not null || ErrorMessageResourceName is not null)
        {
            return base.FormatErrorMessage(name);
        }

        return (Minimum, Maximum) switch
        {
            (_, int.MaxValue) => $"The field {name} must have at least {Minimum} items.",
            (0, _) => $"The field {name} must have at most {Maximum} items.",
            _ => $"The field {name} must have {Minimum} to {Maximum} items.",
        };
    }
}
