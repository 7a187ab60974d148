using System.Globalization;
using System.Text.Json;

namespace Evolink.Runtime.Validation.Attributes;

/// <summary>What an attribute sees of a property's value.</summary>
internal static class AttributeValue
{
    /// <summary>Whether there is nothing to check: null, or a generated value type that was not set.</summary>
    public static bool IsUnset(object? value) => value is null or IOptionalValue { IsSet: false } or JsonElement { ValueKind: JsonValueKind.Undefined };

    /// <summary>The text of a value as it is sent; null where it is unset.</summary>
    public static string? Text(object? value) => IsUnset(value) ? null : value switch
    {
        Uri uri => uri.OriginalString,
        bool boolean => boolean ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value!.ToString(),
    };
}
