namespace Evolink;

public partial struct ValidationFailures
{
    /// <summary><c>minItems</c>.</summary>
    public void MinItems(int? count, int minimum, string member, string jsonName) => AtLeast(count, minimum, "item", member, jsonName);

    /// <summary><c>maxItems</c>.</summary>
    public void MaxItems(int? count, int maximum, string member, string jsonName) => AtMost(count, maximum, "item", member, jsonName);

    /// <summary><c>minProperties</c>.</summary>
    public void MinProperties(int? count, int minimum, string member, string jsonName) => AtLeast(count, minimum, "member", member, jsonName);

    /// <summary><c>maxProperties</c>.</summary>
    public void MaxProperties(int? count, int maximum, string member, string jsonName) => AtMost(count, maximum, "member", member, jsonName);

    /// <summary><c>x-evolink-max-items-total</c>: several arrays together.</summary>
    /// <param name="total">The items of all of them.</param>
    /// <param name="maximum">How many there may be.</param>
    /// <param name="jsonNames">The arrays, for the message: <c>image_urls and video_urls</c>.</param>
    /// <param name="members">Their C# names.</param>
    /// <param name="member">The C# path of the object that has them; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    public void MaxItemsTotal(int total, int maximum, string jsonNames, ReadOnlySpan<string> members, string member, string jsonName)
    {
        if (total > maximum && Fails())
        {
            Describe(members, member, jsonName, $"{jsonNames} must have at most {Counted(maximum, "item")} together, not {total}");
        }
    }

    /// <summary><c>uniqueItems</c>, by JSON equality.</summary>
    public void UniqueItems<T>(IReadOnlyList<T>? items, string member, string jsonName)
    {
        if (items is { Count: > 1 } && JsonEquality.FindRepeated(items) is (int first, int second) && Fails())
        {
            Describe(member, jsonName, FormattableString.Invariant($"items must differ, but [{first}] and [{second}] are equal"));
        }
    }

    /// <summary><c>additionalProperties: false</c>: each unknown member is a failure that names it.</summary>
    /// <param name="members">The members that the specification does not name.</param>
    /// <param name="member">The C# member that holds them.</param>
    /// <param name="jsonName">The JSON path of the object that they are in; empty for the value itself.</param>
    public void NoAdditional<T>(IReadOnlyDictionary<string, T>? members, string member, string jsonName)
    {
        if (members is not { Count: > 0 })
        {
            return;
        }

        foreach (string name in members.Keys)
        {
            if (Fails())
            {
                string path = name.Length == 0 ? MemberPath.Key(jsonName, name) : MemberPath.Join(jsonName, name);
                Describe(MemberPath.Key(member, name), path, "is no member that the specification allows here");
            }
        }
    }

    private void AtLeast(int? count, int minimum, string one, string member, string jsonName)
    {
        if (count is int found && found < minimum && Fails())
        {
            Describe(member, jsonName, $"must have at least {Counted(minimum, one)}, not {found}");
        }
    }

    private void AtMost(int? count, int maximum, string one, string member, string jsonName)
    {
        if (count is int found && found > maximum && Fails())
        {
            Describe(member, jsonName, $"must have at most {Counted(maximum, one)}, not {found}");
        }
    }
}
