using System.ComponentModel.DataAnnotations;
using Evolink.Runtime.Validation.Callbacks;

namespace Evolink;

/// <summary>
/// A URL that a service on the internet can call: https, at most 2048 characters, no user information, and no host that
/// means the caller's own machine or network in any spelling. An unset value passes.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class CallbackUrlAttribute : ValidationAttribute
{
    /// <summary>Makes the attribute.</summary>
    public CallbackUrlAttribute()
        : base("The field {0} must be a public https URL of at most 2048 characters.")
    {
    }

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        Uri uri => CallbackUrlRule.Problem(uri) is null,
        string text => CallbackUrlRule.Problem(text) is null,
        _ => false,
    };
}
