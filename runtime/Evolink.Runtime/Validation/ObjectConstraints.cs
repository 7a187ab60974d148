using System.ComponentModel;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>The keywords of objects, asked of maps and of the members that a record does not name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObjectConstraints
{
    /// <summary><c>minProperties</c>.</summary>
    public static void MinProperties(
        this ref SchemaValidationContext context, int? count, int minimum, string member = "", string jsonName = "") => context.AtLeast(count, minimum, "member", member, jsonName);

    /// <summary><c>maxProperties</c>.</summary>
    public static void MaxProperties(
        this ref SchemaValidationContext context, int? count, int maximum, string member = "", string jsonName = "") => context.AtMost(count, maximum, "member", member, jsonName);

    /// <summary><c>required</c> of a map.</summary>
    public static void Required<T>(this ref SchemaValidationContext context, IReadOnlyDictionary<string, T>? members, string key, string member = "", string jsonName = "")
    {
        if (members is not null && !members.ContainsKey(key) && context.Fails())
        {
            context.Describe(MemberPath.Key(member, key), MemberPath.Key(jsonName, key), "required, but not set");
        }
    }

    /// <summary><c>propertyNames</c>. Nothing is allocated for a <see cref="Dictionary{TKey, TValue}"/>.</summary>
    public static void PropertyNames<T>(this ref SchemaValidationContext context, IReadOnlyDictionary<string, T>? members, string member, string jsonName, SubschemaValidator<string> subschema)
    {
        if (members is Dictionary<string, T> dictionary)
        {
            foreach ((string key, _) in dictionary)
            {
                context.Entry(key, key, member, jsonName, subschema);
            }
        }
        else if (members is not null)
        {
            foreach ((string key, _) in members)
            {
                context.Entry(key, key, member, jsonName, subschema);
            }
        }
    }

    /// <summary><c>properties</c> of a map: one name.</summary>
    public static void Properties<T>(this ref SchemaValidationContext context, IReadOnlyDictionary<string, T>? members, string key, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        if (members is not null && members.TryGetValue(key, out T? value))
        {
            context.Entry(key, value, member, jsonName, subschema);
        }
    }

    /// <summary><c>patternProperties</c>: the names that match a pattern.</summary>
    public static void PatternProperties<T>(
        this ref SchemaValidationContext context, IReadOnlyDictionary<string, T>? members, Regex pattern, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        foreach ((string key, T value) in members ?? NoMembers<T>())
        {
            if (context.IsMatch(key, pattern, member, jsonName, otherwise: false))
            {
                context.Entry(key, value, member, jsonName, subschema);
            }
        }
    }

    /// <summary>The values of a map. Nothing is allocated for a <see cref="Dictionary{TKey, TValue}"/>.</summary>
    public static void AdditionalProperties<T>(this ref SchemaValidationContext context, IReadOnlyDictionary<string, T>? members, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        if (members is Dictionary<string, T> dictionary)
        {
            foreach ((string key, T value) in dictionary)
            {
                context.Entry(key, value, member, jsonName, subschema);
            }
        }
        else if (members is not null)
        {
            foreach ((string key, T value) in members)
            {
                context.Entry(key, value, member, jsonName, subschema);
            }
        }
    }

    /// <summary><c>additionalProperties</c> of a map: the names that are neither listed nor match a pattern.</summary>
    public static void AdditionalProperties<T>(
        this ref SchemaValidationContext context, IReadOnlyDictionary<string, T>? members, ReadOnlySpan<string> names, ReadOnlySpan<Regex> patterns, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        foreach ((string key, T value) in members ?? NoMembers<T>())
        {
            if (!names.Contains(key) && !context.IsMatch(key, patterns, member, jsonName))
            {
                context.Entry(key, value, member, jsonName, subschema);
            }
        }
    }

    /// <summary><c>additionalProperties: false</c>: each unknown member is a failure that names it.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="members">The members that the specification does not name.</param>
    /// <param name="member">The C# member that holds them.</param>
    /// <param name="jsonName">The JSON path of the object that they are in; empty for the value itself.</param>
    public static void NoAdditionalProperties<T>(this ref SchemaValidationContext context, IReadOnlyDictionary<string, T>? members, string member = "", string jsonName = "")
    {
        if (members is not { Count: > 0 })
        {
            return;
        }

        foreach (string name in members.Keys)
        {
            if (context.Fails())
            {
                string path = name.Length == 0 ? MemberPath.Key(jsonName, name) : MemberPath.Join(jsonName, name);
                context.Describe(MemberPath.Key(member, name), path, "is no member that the specification allows here");
            }
        }
    }

    private static void Entry<T>(this ref SchemaValidationContext context, string key, T value, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        int mark = context.Mark();
        subschema(value, ref context);
        if (context.Mark() > mark)
        {
            context.Prefix(mark, MemberPath.Key(member, key), MemberPath.Key(jsonName, key));
        }
    }

    private static bool IsMatch(this ref SchemaValidationContext context, string key, ReadOnlySpan<Regex> patterns, string member, string jsonName)
    {
        foreach (Regex pattern in patterns)
        {
            if (context.IsMatch(key, pattern, member, jsonName, otherwise: false))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyDictionary<string, T> NoMembers<T>() => System.Collections.ObjectModel.ReadOnlyDictionary<string, T>.Empty;
}
