namespace Evolink;

public partial struct ValidationFailures
{
    /// <summary>Whether a value satisfies a rule. Nothing is reported.</summary>
    public bool Matches<T>(T value, ValidationRule<T> rule)
    {
        ValidationFailures failures = new(isQuiet: true, _limits);
        rule(value, ref failures);
        _limits = failures._limits;
        if (!_isQuiet)
        {
            // Whether it holds is not known then, so that neither answer may let the value pass.
            GiveUp("", "");
        }

        return !failures.Any;
    }

    /// <summary><c>anyOf</c>: at least one branch holds.</summary>
    /// <param name="value">The value that the branches judge.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>image_urls or video_urls</c>.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="branches">The branches.</param>
    public void AnyOf<T>(T value, string expected, string member, string jsonName, params ReadOnlySpan<ValidationRule<T>> branches) =>
        AnyOf(value, expected, [], member, jsonName, branches);

    /// <summary><c>anyOf</c> over members that are there or not.</summary>
    /// <param name="value">The value that the branches judge.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>image_urls or video_urls</c>.</param>
    /// <param name="members">The C# names of those members, for whoever shows a failure beside what it is about.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="branches">The branches.</param>
    public void AnyOf<T>(
        T value, string expected, ReadOnlySpan<string> members, string member, string jsonName, params ReadOnlySpan<ValidationRule<T>> branches)
    {
        foreach (ValidationRule<T> branch in branches)
        {
            if (Matches(value, branch))
            {
                return;
            }
        }

        if (Fails())
        {
            Describe(members, member, jsonName, $"expected {expected}");
        }
    }

    /// <summary><c>oneOf</c>: exactly one branch holds.</summary>
    /// <inheritdoc cref="AnyOf{T}(T, string, string, string, ReadOnlySpan{ValidationRule{T}})"/>
    public void OneOf<T>(T value, string expected, string member, string jsonName, params ReadOnlySpan<ValidationRule<T>> branches) =>
        OneOf(value, expected, [], member, jsonName, branches);

    /// <summary><c>oneOf</c> over members that are there or not.</summary>
    /// <inheritdoc cref="AnyOf{T}(T, string, ReadOnlySpan{string}, string, string, ReadOnlySpan{ValidationRule{T}})"/>
    public void OneOf<T>(
        T value, string expected, ReadOnlySpan<string> members, string member, string jsonName, params ReadOnlySpan<ValidationRule<T>> branches)
    {
        int matches = 0;
        foreach (ValidationRule<T> branch in branches)
        {
            matches += Matches(value, branch) ? 1 : 0;
        }

        if (matches != 1 && Fails())
        {
            Describe(members, member, jsonName, FormattableString.Invariant($"expected {expected}, exactly one of them; {matches} hold"));
        }
    }

    /// <summary><c>not</c>: the rule does not hold.</summary>
    /// <param name="value">The value that the rule judges.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>no seed beside image_urls</c>.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="rule">What must not hold.</param>
    public void Not<T>(T value, string expected, string member, string jsonName, ValidationRule<T> rule) =>
        Not(value, expected, [], member, jsonName, rule);

    /// <summary><c>not</c> over members that are there or not.</summary>
    /// <param name="value">The value that the rule judges.</param>
    /// <param name="expected">What is expected, in words that follow “expected”: <c>not seed and image_urls together</c>.</param>
    /// <param name="members">The C# names of those members.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    /// <param name="rule">What must not hold.</param>
    public void Not<T>(T value, string expected, ReadOnlySpan<string> members, string member, string jsonName, ValidationRule<T> rule)
    {
        if (Matches(value, rule) && Fails())
        {
            Describe(members, member, jsonName, $"expected {expected}");
        }
    }

    /// <summary><c>if</c>, <c>then</c>, <c>else</c>: what the chosen branch finds is reported.</summary>
    public void If<T>(T value, ValidationRule<T> condition, ValidationRule<T>? then, ValidationRule<T>? @else)
    {
        (Matches(value, condition) ? then : @else)?.Invoke(value, ref this);
    }
}
