using System.ComponentModel;
using System.Text.Json;

namespace Evolink;

/// <summary>Tells whether generated structs are set, without boxing them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OptionalValue
{
    /// <summary>Whether there is a value, and one that was set.</summary>
    public static bool IsSet<T>(T? value)
        where T : struct, IOptionalValue => value is { IsSet: true };

    /// <summary>Whether there is any JSON; a JSON null counts.</summary>
    public static bool IsSet(JsonElement? value) => value is { ValueKind: not JsonValueKind.Undefined };

    /// <summary>The value where it was set, else null.</summary>
    public static T? OrNull<T>(T? value)
        where T : struct, IOptionalValue => value is { IsSet: true } ? value : null;
}
