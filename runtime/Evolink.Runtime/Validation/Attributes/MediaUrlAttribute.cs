using System.ComponentModel.DataAnnotations;
using Evolink.Runtime.Validation.Callbacks;

namespace Evolink;

/// <summary>
/// The URL of a file that a service on the internet fetches: http or https, and no host that means the caller's own machine
/// or network in any spelling. A local file has to be uploaded first. An unset value passes.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class MediaUrlAttribute : ValidationAttribute
{
    /// <summary>Makes the attribute.</summary>
    public MediaUrlAttribute()
        : base("The field {0} must be a public http or https URL; a local file has to be uploaded first.")
    {
    }

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        Uri uri => MediaUrlRule.Problem(uri.OriginalString) is null,
        string text => MediaUrlRule.Problem(text) is null,
        _ => false,
    };
}
