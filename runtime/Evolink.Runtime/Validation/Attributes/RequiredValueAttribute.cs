using System.ComponentModel.DataAnnotations;
using Evolink.Runtime.Validation.Attributes;

namespace Evolink;

/// <summary>
/// A generated value type that the specification requires. To the stock attribute a struct is always there; here one that
/// was not set is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class RequiredValueAttribute : RequiredAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => !AttributeValue.IsUnset(value);
}
