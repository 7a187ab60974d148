using System.ComponentModel;
using System.Globalization;

namespace Evolink;

/// <summary>
/// Values of the types that .NET has for formats, as the texts that are sent: it is those that the rules for texts are
/// asked of. An unset value is null, which meets every rule.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonText
{
    /// <summary>A UUID: 36 characters, small letters.</summary>
    public static string? Format(Guid? value) => value?.ToString("D");

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    public static string? Format(DateOnly? value) => value?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>An RFC 3339 date and time, with an offset and without a fraction of zeros.</summary>
    public static string? Format(DateTimeOffset? value) => value?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>Bytes in Base64.</summary>
    public static string? Format(byte[]? value) => value is null ? null : Convert.ToBase64String(value);
}
