using System.ComponentModel;
using System.Text.Json;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary><c>anyOf</c>, <c>oneOf</c>, <c>not</c>, <c>if</c>, and schemas that are applied to the same value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CombinationConstraints
{
    /// <summary><c>anyOf</c>: at least one branch holds.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="value">The value that the branches are applied to.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>image_urls or video_urls</c>.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="branches">The branches.</param>
    public static void AnyOf<T>(this ref SchemaValidationContext context, T value, string expected, string member, string jsonName, params ReadOnlySpan<SubschemaValidator<T>> branches) =>
        context.AnyOf(value, expected, [], member, jsonName, branches);

    /// <summary><c>anyOf</c> over members that are there or not.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="value">The value that the branches are applied to.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>image_urls or video_urls</c>.</param>
    /// <param name="members">The C# names of those members, for whoever shows a failure beside what it is about.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="branches">The branches.</param>
    public static void AnyOf<T>(
        this ref SchemaValidationContext context, T value, string expected, ReadOnlySpan<string> members, string member, string jsonName, params ReadOnlySpan<SubschemaValidator<T>> branches)
    {
        foreach (SubschemaValidator<T> branch in branches)
        {
            if (context.Matches(value, branch))
            {
                return;
            }
        }

        if (context.Fails())
        {
            context.Describe(members, member, jsonName, $"expected {expected}");
        }
    }

    /// <summary><c>oneOf</c>: exactly one branch holds.</summary>
    public static void OneOf<T>(this ref SchemaValidationContext context, T value, string expected, string member, string jsonName, params ReadOnlySpan<SubschemaValidator<T>> branches) =>
        context.OneOf(value, expected, [], member, jsonName, branches);

    /// <summary><c>oneOf</c> over members that are there or not.</summary>
    public static void OneOf<T>(
        this ref SchemaValidationContext context, T value, string expected, ReadOnlySpan<string> members, string member, string jsonName, params ReadOnlySpan<SubschemaValidator<T>> branches)
    {
        int matches = 0;
        foreach (SubschemaValidator<T> branch in branches)
        {
            matches += context.Matches(value, branch) ? 1 : 0;
        }

        if (matches != 1 && context.Fails())
        {
            context.Describe(members, member, jsonName, FormattableString.Invariant($"expected {expected}, exactly one of them; {matches} hold"));
        }
    }

    /// <summary><c>oneOf</c> over objects: what is one of them has not all that another requires.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="value">The object.</param>
    /// <param name="unnamed">Its members that have no property: only by one of these can it be another too.</param>
    /// <param name="demands">
    /// An array with an object for each of the objects: what it requires by name, each with an array of the values that the
    /// member must have, empty where it may have any.
    /// </param>
    /// <param name="own">Which of them the object is itself.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    public static void OneOf<T, TUnnamed>(
        this ref SchemaValidationContext context, T? value, IReadOnlyDictionary<string, TUnnamed>? unnamed, JsonElement demands, int own, string member = "", string jsonName = "")
        where T : class, IJsonModel, IValidatable
    {
        // What breaks its own rules is not of two, and might not even be written.
        if (value is null || unnamed is not { Count: > 0 } || !context.Matches(value, static (T valid, ref SchemaValidationContext context) => valid.Validate(ref context)) || JsonParts.Create(value) is not { } json)
        {
            return;
        }

        int index = 0;
        foreach (JsonElement demand in demands.EnumerateArray())
        {
            if (index++ != own && Foreign(demand, unnamed).Any() && demand.EnumerateObject().All(required => IsMet(required, json)) && context.Fails())
            {
                context.Describe(member, jsonName, $"expected one of several objects: no {string.Join(" with ", Foreign(demand, unnamed))} here");
            }
        }
    }

    /// <summary><c>not</c>: the subschema does not hold.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="value">The value that the subschema is applied to.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>no seed beside image_urls</c>.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="subschema">What must not hold.</param>
    public static void Not<T>(this ref SchemaValidationContext context, T value, string expected, string member, string jsonName, SubschemaValidator<T> subschema) =>
        context.Not(value, expected, [], member, jsonName, subschema);

    /// <summary><c>not</c> over members that are there or not.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="value">The value that the subschema is applied to.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>not seed and image_urls together</c>.</param>
    /// <param name="members">The C# names of those members.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="subschema">What must not hold.</param>
    public static void Not<T>(this ref SchemaValidationContext context, T value, string expected, ReadOnlySpan<string> members, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        if (context.Matches(value, subschema) && context.Fails())
        {
            context.Describe(members, member, jsonName, $"expected {expected}");
        }
    }

    /// <summary><c>if</c>, <c>then</c>, <c>else</c>: what the chosen branch finds is reported.</summary>
    public static void If<T>(this ref SchemaValidationContext context, T value, SubschemaValidator<T> condition, SubschemaValidator<T>? then, SubschemaValidator<T>? @else)
    {
        (context.Matches(value, condition) ? then : @else)?.Invoke(value, ref context);
    }

    /// <summary>Constraints that this use of a value adds to those of its type: a branch of <c>allOf</c>, or what stands beside a <c>$ref</c>.</summary>
    public static void Apply<T>(this ref SchemaValidationContext context, T? value, string member, string jsonName, SubschemaValidator<T> subschema)
        where T : class
    {
        if (value is not null)
        {
            int mark = context.Mark();
            subschema(value, ref context);
            context.Prefix(mark, member, jsonName);
        }
    }

    /// <summary>Constraints that this use of a value adds to those of its type: a branch of <c>allOf</c>, or what stands beside a <c>$ref</c>.</summary>
    public static void Apply<T>(this ref SchemaValidationContext context, T? value, string member, string jsonName, SubschemaValidator<T> subschema)
        where T : struct
    {
        if (value is T set and not (IOptionalValue { IsSet: false } or JsonElement { ValueKind: JsonValueKind.Undefined }))
        {
            int mark = context.Mark();
            subschema(set, ref context);
            context.Prefix(mark, member, jsonName);
        }
    }

    private static IEnumerable<string> Foreign<T>(JsonElement demand, IReadOnlyDictionary<string, T> unnamed) =>
        demand.EnumerateObject().Select(static required => required.Name).Where(unnamed.ContainsKey);

    private static bool IsMet(JsonProperty required, JsonElement json) => json.TryGetProperty(required.Name, out JsonElement found)
        && (required.Value.GetArrayLength() == 0 || required.Value.EnumerateArray().Any(allowed => JsonEquality.AreEqual(allowed, found)));
}
