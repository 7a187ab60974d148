using System.ComponentModel.DataAnnotations;
using Evolink.Runtime.Validation;
using Evolink.Runtime.Validation.Attributes;

namespace Evolink;

/// <summary>
/// The limits of a text that is a size in pixels, width by height, such as <c>1280x720</c>; 0 is no limit. Any other text passes, as an
/// unset value does: a pattern or a list of values says which there may be.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class PixelSizeAttribute : ValidationAttribute
{
    /// <summary>What width and height are multiples of.</summary>
    public int MultipleOf { get; set; }

    /// <summary>The least width and height, in pixels.</summary>
    public int MinSide { get; set; }

    /// <summary>The largest width and height, in pixels.</summary>
    public int MaxSide { get; set; }

    /// <summary>The least width × height.</summary>
    public long MinPixels { get; set; }

    /// <summary>The largest width × height.</summary>
    public long MaxPixels { get; set; }

    /// <summary>The least width for a height of 1.</summary>
    public double MinAspect { get; set; }

    /// <summary>The largest width for a height of 1.</summary>
    public double MaxAspect { get; set; }

    private PixelSizeLimits Limits => new(Given(MultipleOf), Given(MinSide), Given(MaxSide), Given(MinPixels), Given(MaxPixels), Given((decimal)MinAspect), Given((decimal)MaxAspect));

    /// <inheritdoc/>
    public override bool IsValid(object? value) => Problem(value) is null;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (Problem(value) is not { } problem)
        {
            return ValidationResult.Success;
        }

        string name = validationContext.DisplayName;
        string message = ErrorMessage is null && ErrorMessageResourceName is null ? $"The field {name} {problem}." : FormatErrorMessage(name);
        return new ValidationResult(message, validationContext.MemberName is { } member ? [member] : null);
    }

    private string? Problem(object? value) => AttributeValue.Text(value) is { } text ? PixelSize.Problem(text, Limits) : null;

    private static T? Given<T>(T limit)
        where T : struct, IEquatable<T> => limit.Equals(default) ? null : limit;
}
