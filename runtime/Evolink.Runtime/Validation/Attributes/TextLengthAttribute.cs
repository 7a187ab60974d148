using System.ComponentModel.DataAnnotations;
using Evolink.Runtime.Validation;
using Evolink.Runtime.Validation.Attributes;

namespace Evolink;

/// <summary>
/// The length of a text in Unicode code points, as JSON Schema counts it; a URI is counted as it is written. The stock
/// attribute counts UTF-16 units and throws on anything but a string. An unset value passes.
/// </summary>
/// <param name="maximumLength">The most characters that are allowed.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class TextLengthAttribute(int maximumLength) : StringLengthAttribute(maximumLength)
{
    /// <inheritdoc/>
    public override bool IsValid(object? value)
    {
        if (AttributeValue.Text(value) is not { } text)
        {
            return true;
        }

        int length = TextLength.Count(text);
        return length >= MinimumLength && length <= MaximumLength;
    }
}
