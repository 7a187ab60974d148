using System.Text.RegularExpressions;

namespace Evolink;

/// <content>Maps whose members are not all alike.</content>
public partial struct ValidationFailures
{
    /// <summary><c>required</c> of a map.</summary>
    public void RequiredKey<T>(IReadOnlyDictionary<string, T>? members, string key, string member, string jsonName)
    {
        if (members is not null && !members.ContainsKey(key) && Fails())
        {
            Describe(MemberPath.Key(member, key), MemberPath.Key(jsonName, key), "required, but not set");
        }
    }

    /// <summary><c>properties</c> of a map: the rules of one name.</summary>
    public void Key<T>(IReadOnlyDictionary<string, T>? members, string key, string member, string jsonName, ValidationRule<T> rule)
    {
        if (members is not null && members.TryGetValue(key, out T? value))
        {
            Entry(key, value, member, jsonName, rule);
        }
    }

    /// <summary><c>patternProperties</c>: the rules of the names that match a pattern.</summary>
    public void EachMatching<T>(IReadOnlyDictionary<string, T>? members, Regex pattern, string member, string jsonName, ValidationRule<T> rule)
    {
        foreach ((string key, T value) in members ?? NoMembers<T>())
        {
            if (IsMatch(key, pattern, member, jsonName, otherwise: false))
            {
                Entry(key, value, member, jsonName, rule);
            }
        }
    }

    /// <summary><c>additionalProperties</c> of a map: the rules of the names that are neither listed nor match a pattern.</summary>
    public void EachOther<T>(
        IReadOnlyDictionary<string, T>? members, ReadOnlySpan<string> names, ReadOnlySpan<Regex> patterns, string member, string jsonName, ValidationRule<T> rule)
    {
        foreach ((string key, T value) in members ?? NoMembers<T>())
        {
            if (!names.Contains(key) && !IsMatch(key, patterns, member, jsonName))
            {
                Entry(key, value, member, jsonName, rule);
            }
        }
    }

    private static IReadOnlyDictionary<string, T> NoMembers<T>() => System.Collections.ObjectModel.ReadOnlyDictionary<string, T>.Empty;

    private bool IsMatch(string key, ReadOnlySpan<Regex> patterns, string member, string jsonName)
    {
        foreach (Regex pattern in patterns)
        {
            if (IsMatch(key, pattern, member, jsonName, otherwise: false))
            {
                return true;
            }
        }

        return false;
    }
}
