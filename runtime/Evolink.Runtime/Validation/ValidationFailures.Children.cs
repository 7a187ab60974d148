namespace Evolink;

public partial struct ValidationFailures
{
    /// <summary>The rules of a nested record.</summary>
    public void Model<T>(T? value, string member, string jsonName)
        where T : class, IValidatable
    {
        if (value is not null)
        {
            Nested(value, member, jsonName);
        }
    }

    /// <summary>The rules of a union's value.</summary>
    public void Union<T>(T? value, string member, string jsonName)
        where T : struct, IValidatable
    {
        if (value is T set)
        {
            Union(set, member, jsonName);
        }
    }

    /// <inheritdoc cref="Union{T}(T?, string, string)"/>
    public void Union<T>(T value, string member, string jsonName)
        where T : struct, IValidatable => Nested(value, member, jsonName);

    /// <summary><c>items</c>.</summary>
    public void Each<T>(IReadOnlyList<T>? items, string member, string jsonName, ValidationRule<T> rule)
    {
        for (int i = 0; i < items?.Count; i++)
        {
            Item(items[i], i, member, jsonName, rule);
        }
    }

    /// <summary>The values of a map. Nothing is allocated for a <see cref="Dictionary{TKey, TValue}"/>.</summary>
    public void EachValue<T>(IReadOnlyDictionary<string, T>? members, string member, string jsonName, ValidationRule<T> rule)
    {
        if (members is Dictionary<string, T> dictionary)
        {
            foreach ((string key, T value) in dictionary)
            {
                Entry(key, value, member, jsonName, rule);
            }
        }
        else if (members is not null)
        {
            foreach ((string key, T value) in members)
            {
                Entry(key, value, member, jsonName, rule);
            }
        }
    }

    /// <summary><c>propertyNames</c>. Nothing is allocated for a <see cref="Dictionary{TKey, TValue}"/>.</summary>
    public void EachKey<T>(IReadOnlyDictionary<string, T>? members, string member, string jsonName, ValidationRule<string> rule)
    {
        if (members is Dictionary<string, T> dictionary)
        {
            foreach ((string key, _) in dictionary)
            {
                Entry(key, key, member, jsonName, rule);
            }
        }
        else if (members is not null)
        {
            foreach ((string key, _) in members)
            {
                Entry(key, key, member, jsonName, rule);
            }
        }
    }

    private void Nested<T>(T value, string member, string jsonName)
        where T : IValidatable
    {
        if (!_limits.TryEnter())
        {
            GiveUp(member, jsonName);
            return;
        }

        int mark = Mark();
        value.CollectFailures(ref this);
        Prefix(mark, member, jsonName);
        _limits.Leave();
    }

    private void Entry<T>(string key, T value, string member, string jsonName, ValidationRule<T> rule)
    {
        int mark = Mark();
        rule(value, ref this);
        if (Mark() > mark)
        {
            Prefix(mark, MemberPath.Key(member, key), MemberPath.Key(jsonName, key));
        }
    }
}
