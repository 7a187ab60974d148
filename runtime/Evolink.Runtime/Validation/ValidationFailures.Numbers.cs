namespace Evolink;

/// <content>
/// Bounds are compared in the value's own kind. Where a whole number meets a bound with a fraction or beyond 64 bits, the
/// comparison is exact: neither side is rounded.
/// </content>
public partial struct ValidationFailures
{
    /// <summary><c>minimum</c>.</summary>
    public void Minimum(long? value, long bound, string member, string jsonName) =>
        Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <inheritdoc cref="Minimum(long?, long, string, string)"/>
    public void Minimum(long? value, double bound, string member, string jsonName) =>
        Bound(value, ExactOrder.Compare(value, bound) >= 0, "at least", bound, member, jsonName);

    /// <inheritdoc cref="Minimum(long?, long, string, string)"/>
    public void Minimum(long? value, decimal bound, string member, string jsonName) =>
        Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <inheritdoc cref="Minimum(long?, long, string, string)"/>
    public void Minimum(double? value, double bound, string member, string jsonName) =>
        Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <inheritdoc cref="Minimum(long?, long, string, string)"/>
    public void Minimum(decimal? value, decimal bound, string member, string jsonName) =>
        Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <summary><c>maximum</c>.</summary>
    public void Maximum(long? value, long bound, string member, string jsonName) =>
        Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <inheritdoc cref="Maximum(long?, long, string, string)"/>
    public void Maximum(long? value, double bound, string member, string jsonName) =>
        Bound(value, ExactOrder.Compare(value, bound) <= 0, "at most", bound, member, jsonName);

    /// <inheritdoc cref="Maximum(long?, long, string, string)"/>
    public void Maximum(long? value, decimal bound, string member, string jsonName) =>
        Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <inheritdoc cref="Maximum(long?, long, string, string)"/>
    public void Maximum(double? value, double bound, string member, string jsonName) =>
        Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <inheritdoc cref="Maximum(long?, long, string, string)"/>
    public void Maximum(decimal? value, decimal bound, string member, string jsonName) =>
        Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public void ExclusiveMinimum(long? value, long bound, string member, string jsonName) =>
        Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMinimum(long?, long, string, string)"/>
    public void ExclusiveMinimum(long? value, double bound, string member, string jsonName) =>
        Bound(value, ExactOrder.Compare(value, bound) > 0, "greater than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMinimum(long?, long, string, string)"/>
    public void ExclusiveMinimum(long? value, decimal bound, string member, string jsonName) =>
        Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMinimum(long?, long, string, string)"/>
    public void ExclusiveMinimum(double? value, double bound, string member, string jsonName) =>
        Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMinimum(long?, long, string, string)"/>
    public void ExclusiveMinimum(decimal? value, decimal bound, string member, string jsonName) =>
        Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public void ExclusiveMaximum(long? value, long bound, string member, string jsonName) =>
        Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMaximum(long?, long, string, string)"/>
    public void ExclusiveMaximum(long? value, double bound, string member, string jsonName) =>
        Bound(value, ExactOrder.Compare(value, bound) < 0, "less than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMaximum(long?, long, string, string)"/>
    public void ExclusiveMaximum(long? value, decimal bound, string member, string jsonName) =>
        Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMaximum(long?, long, string, string)"/>
    public void ExclusiveMaximum(double? value, double bound, string member, string jsonName) =>
        Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <inheritdoc cref="ExclusiveMaximum(long?, long, string, string)"/>
    public void ExclusiveMaximum(decimal? value, decimal bound, string member, string jsonName) =>
        Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <summary><c>multipleOf</c>.</summary>
    public void MultipleOf(long? value, long divisor, string member, string jsonName) =>
        Bound(value, value % divisor == 0, "a multiple of", divisor, member, jsonName);

    /// <inheritdoc cref="MultipleOf(long?, long, string, string)"/>
    public void MultipleOf(double? value, decimal divisor, string member, string jsonName) =>
        Bound(value, value is double set && ExactMultiple.Is(set, divisor), "a multiple of", divisor, member, jsonName);

    /// <inheritdoc cref="MultipleOf(long?, long, string, string)"/>
    public void MultipleOf(decimal? value, decimal divisor, string member, string jsonName) =>
        Bound(value, value % divisor == 0, "a multiple of", divisor, member, jsonName);

    /// <summary>JSON has neither NaN nor infinities.</summary>
    public void Finite(double? value, string member, string jsonName)
    {
        if (value is double found && !double.IsFinite(found) && Fails())
        {
            Describe(member, jsonName, FormattableString.Invariant($"must be a finite number, not {found}"));
        }
    }

    private void Bound<TValue, TBound>(TValue? value, bool holds, string relation, TBound bound, string member, string jsonName)
        where TValue : struct
        where TBound : struct
    {
        if (value is TValue found && !holds && Fails())
        {
            Describe(member, jsonName, FormattableString.Invariant($"must be {relation} {bound}, not {found}"));
        }
    }
}
