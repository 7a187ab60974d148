using System.ComponentModel;
using System.Text.Json;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>The keywords of values of any kind: <c>type</c>, <c>enum</c>, <c>const</c>, <c>required</c>, and the value of a generated type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueConstraints
{
    /// <summary><c>required</c>.</summary>
    public static void Required(this ref SchemaValidationContext context, bool isSet, string member = "", string jsonName = "")
    {
        if (!isSet && context.Fails())
        {
            context.Describe(member, jsonName, "required, but not set");
        }
    }

    /// <summary>An item or a map's value that must not be null.</summary>
    public static void NotNull<T>(this ref SchemaValidationContext context, T? value, string member = "", string jsonName = "")
    {
        if (value is null && context.Fails())
        {
            context.Describe(member, jsonName, "must not be null");
        }
    }

    /// <summary><c>type</c>.</summary>
    public static void Type(this ref SchemaValidationContext context, JsonElement? value, JsonTypes allowed, string member = "", string jsonName = "")
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } found && (JsonParts.KindOf(found) & allowed) == 0 && context.Fails())
        {
            context.Describe(member, jsonName, $"must be {Names(allowed)}, not {Names(JsonParts.KindOf(found))}");
        }
    }

    /// <summary><c>const</c>, or an enum of a single value.</summary>
    public static void Const(this ref SchemaValidationContext context, string? value, string expected, string member = "", string jsonName = "")
    {
        if (value is not null && !string.Equals(value, expected, StringComparison.Ordinal) && context.Fails())
        {
            context.Describe(member, jsonName, $"must be '{expected}', not {SchemaValidationContext.Shown(value)}");
        }
    }

    /// <summary><c>const</c>, or an enum of a single value.</summary>
    public static void Const(this ref SchemaValidationContext context, long? value, long expected, string member = "", string jsonName = "")
    {
        if (value is long found && found != expected && context.Fails())
        {
            context.Describe(member, jsonName, FormattableString.Invariant($"must be {expected}, not {found}"));
        }
    }

    /// <summary><c>const</c>, or an enum of a single value.</summary>
    public static void Const(this ref SchemaValidationContext context, double? value, double expected, string member = "", string jsonName = "")
    {
        if (value is double found && !found.Equals(expected) && context.Fails())
        {
            context.Describe(member, jsonName, FormattableString.Invariant($"must be {expected}, not {found}"));
        }
    }

    /// <summary><c>const</c>, or an enum of a single value.</summary>
    public static void Const(this ref SchemaValidationContext context, bool? value, bool expected, string member = "", string jsonName = "")
    {
        if (value is bool found && found != expected && context.Fails())
        {
            context.Describe(member, jsonName, expected ? "must be true, not false" : "must be false, not true");
        }
    }

    /// <summary><c>enum</c>. An unset value passes.</summary>
    public static void Enum<T>(this ref SchemaValidationContext context, T? value, IReadOnlyList<T> known, string member = "", string jsonName = "")
        where T : struct, IEquatable<T>, IOptionalValue
    {
        if (value is not { IsSet: true } set)
        {
            return;
        }

        for (int i = 0; i < known.Count; i++)
        {
            if (known[i].Equals(set))
            {
                return;
            }
        }

        if (context.Fails())
        {
            context.Describe(member, jsonName, $"must be one of {string.Join(", ", known)}, not {SchemaValidationContext.Shown(set.ToString() ?? "")}");
        }
    }

    /// <summary>The values that a branch leaves of a wider choice. An unset value passes.</summary>
    public static void Enum(this ref SchemaValidationContext context, string? value, string member, string jsonName, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value) && context.Fails())
        {
            context.Describe(member, jsonName, $"must be one of {string.Join(", ", allowed!)}, not {SchemaValidationContext.Shown(value)}");
        }
    }

    /// <summary><c>enum</c>, as a branch narrows it. An unset value passes.</summary>
    public static void Enum(this ref SchemaValidationContext context, long? value, string member, string jsonName, params ReadOnlySpan<long> allowed)
    {
        if (value is long found && !allowed.Contains(found) && context.Fails())
        {
            context.Describe(member, jsonName, FormattableString.Invariant($"must be one of {string.Join(", ", allowed.ToArray())}, not {found}"));
        }
    }

    /// <summary><c>enum</c>, as a branch narrows it. An unset value passes.</summary>
    public static void Enum(this ref SchemaValidationContext context, double? value, string member, string jsonName, params ReadOnlySpan<double> allowed)
    {
        if (value is double found && !allowed.Contains(found) && context.Fails())
        {
            string[] choices = Array.ConvertAll(allowed.ToArray(), static choice => FormattableString.Invariant($"{choice}"));
            context.Describe(member, jsonName, FormattableString.Invariant($"must be one of {string.Join(", ", choices)}, not {found}"));
        }
    }

    /// <summary><c>enum</c>, as a branch narrows it. An unset value passes.</summary>
    public static void Enum(this ref SchemaValidationContext context, bool? value, string member, string jsonName, params ReadOnlySpan<bool> allowed)
    {
        if (value is bool found && !allowed.Contains(found) && context.Fails())
        {
            context.Describe(member, jsonName, $"must not be {(found ? "true" : "false")}");
        }
    }

    /// <summary><c>enum</c> or <c>const</c> over any JSON.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="value">The value.</param>
    /// <param name="listed">An array of what is allowed.</param>
    /// <param name="member">The C# name.</param>
    /// <param name="jsonName">The JSON name.</param>
    public static void Enum(this ref SchemaValidationContext context, JsonElement? value, JsonElement listed, string member = "", string jsonName = "")
    {
        if (value is not { ValueKind: not JsonValueKind.Undefined } found)
        {
            return;
        }

        foreach (JsonElement choice in listed.EnumerateArray())
        {
            if (JsonEquality.AreEqual(choice, found))
            {
                return;
            }
        }

        if (context.Fails())
        {
            string choices = string.Join(", ", listed.EnumerateArray().Select(static choice => choice.GetRawText()));
            context.Describe(member, jsonName, $"must be {(listed.GetArrayLength() == 1 ? "" : "one of ")}{choices}, not {SchemaValidationContext.Shown(found.GetRawText())}");
        }
    }

    /// <summary>The schema <c>false</c>, which no value satisfies: the member must be left out.</summary>
    public static void FalseSchema(this ref SchemaValidationContext context, bool isSet, string member = "", string jsonName = "")
    {
        if (isSet && context.Fails())
        {
            context.Describe(member, jsonName, "must not be set");
        }
    }

    /// <summary><c>$ref</c>: the value is of a generated type, which validates itself.</summary>
    public static void Ref<T>(this ref SchemaValidationContext context, T? value, string member = "", string jsonName = "")
        where T : IValidatable
    {
        if (value is not null)
        {
            context.Nested(value, member, jsonName);
        }
    }

    /// <summary><c>$ref</c>: the value is of a generated type, which validates itself.</summary>
    public static void Ref<T>(this ref SchemaValidationContext context, T? value, string member = "", string jsonName = "")
        where T : struct, IValidatable
    {
        if (value is T set)
        {
            context.Nested(set, member, jsonName);
        }
    }

    private static readonly (JsonTypes Kind, string Name)[] s_kindNames =
    [
        (JsonTypes.String, "a string"), (JsonTypes.Number, "a number"), (JsonTypes.Integer, "a whole number"),
        (JsonTypes.Boolean, "a boolean"), (JsonTypes.Object, "an object"), (JsonTypes.Array, "an array"), (JsonTypes.Null, "null"),
    ];

    private static string Names(JsonTypes kinds) => string.Join(" or ", s_kindNames
        .Where(kind => kinds.HasFlag(kind.Kind) && (kind.Kind != JsonTypes.Integer || !kinds.HasFlag(JsonTypes.Number)))
        .Select(kind => kind.Name));
}
