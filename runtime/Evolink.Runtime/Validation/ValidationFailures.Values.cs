namespace Evolink;

public partial struct ValidationFailures
{
    /// <summary><c>required</c>.</summary>
    public void Required(bool isSet, string member, string jsonName)
    {
        if (!isSet && Fails())
        {
            Describe(member, jsonName, "required, but not set");
        }
    }

    /// <summary>An item or a map's value that must not be null.</summary>
    public void NotNull<T>(T? value, string member, string jsonName)
    {
        if (value is null && Fails())
        {
            Describe(member, jsonName, "must not be null");
        }
    }

    /// <summary><c>const</c>, or an enum of a single value.</summary>
    public void Constant(string? value, string expected, string member, string jsonName)
    {
        if (value is not null && !string.Equals(value, expected, StringComparison.Ordinal) && Fails())
        {
            Describe(member, jsonName, $"must be '{expected}', not {Shown(value)}");
        }
    }

    /// <inheritdoc cref="Constant(string?, string, string, string)"/>
    public void Constant(long? value, long expected, string member, string jsonName)
    {
        if (value is long found && found != expected && Fails())
        {
            Describe(member, jsonName, FormattableString.Invariant($"must be {expected}, not {found}"));
        }
    }

    /// <inheritdoc cref="Constant(string?, string, string, string)"/>
    public void Constant(double? value, double expected, string member, string jsonName)
    {
        if (value is double found && !found.Equals(expected) && Fails())
        {
            Describe(member, jsonName, FormattableString.Invariant($"must be {expected}, not {found}"));
        }
    }

    /// <inheritdoc cref="Constant(string?, string, string, string)"/>
    public void Constant(bool? value, bool expected, string member, string jsonName)
    {
        if (value is bool found && found != expected && Fails())
        {
            Describe(member, jsonName, expected ? "must be true, not false" : "must be false, not true");
        }
    }

    /// <summary><c>enum</c>. An unset value passes.</summary>
    public void Known<T>(T? value, IReadOnlyList<T> known, string member, string jsonName)
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

        if (Fails())
        {
            Describe(member, jsonName, $"must be one of {string.Join(", ", known)}, not {Shown(set.ToString() ?? "")}");
        }
    }
}
