using System.ComponentModel;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>
/// The keywords of numbers. Bounds are compared in the value's own kind; where a whole number meets a bound with a fraction
/// or beyond 64 bits, the comparison is exact: neither side is rounded.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NumberConstraints
{
    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(this ref SchemaValidationContext context, long? value, long bound, string member = "", string jsonName = "") =>
        context.Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(this ref SchemaValidationContext context, long? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, ExactOrder.Compare(value, bound) >= 0, "at least", bound, member, jsonName);

    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(this ref SchemaValidationContext context, long? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(this ref SchemaValidationContext context, double? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(this ref SchemaValidationContext context, decimal? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value >= bound, "at least", bound, member, jsonName);

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(this ref SchemaValidationContext context, long? value, long bound, string member = "", string jsonName = "") =>
        context.Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(this ref SchemaValidationContext context, long? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, ExactOrder.Compare(value, bound) <= 0, "at most", bound, member, jsonName);

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(this ref SchemaValidationContext context, long? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(this ref SchemaValidationContext context, double? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(this ref SchemaValidationContext context, decimal? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value <= bound, "at most", bound, member, jsonName);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static void ExclusiveMinimum(this ref SchemaValidationContext context, long? value, long bound, string member = "", string jsonName = "") =>
        context.Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static void ExclusiveMinimum(this ref SchemaValidationContext context, long? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, ExactOrder.Compare(value, bound) > 0, "greater than", bound, member, jsonName);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static void ExclusiveMinimum(this ref SchemaValidationContext context, long? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static void ExclusiveMinimum(this ref SchemaValidationContext context, double? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static void ExclusiveMinimum(this ref SchemaValidationContext context, decimal? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value > bound, "greater than", bound, member, jsonName);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static void ExclusiveMaximum(this ref SchemaValidationContext context, long? value, long bound, string member = "", string jsonName = "") =>
        context.Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static void ExclusiveMaximum(this ref SchemaValidationContext context, long? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, ExactOrder.Compare(value, bound) < 0, "less than", bound, member, jsonName);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static void ExclusiveMaximum(this ref SchemaValidationContext context, long? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static void ExclusiveMaximum(this ref SchemaValidationContext context, double? value, double bound, string member = "", string jsonName = "") =>
        context.Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static void ExclusiveMaximum(this ref SchemaValidationContext context, decimal? value, decimal bound, string member = "", string jsonName = "") =>
        context.Bound(value, value < bound, "less than", bound, member, jsonName);

    /// <summary><c>multipleOf</c>.</summary>
    public static void MultipleOf(this ref SchemaValidationContext context, long? value, long divisor, string member = "", string jsonName = "") =>
        context.Bound(value, value % divisor == 0, "a multiple of", divisor, member, jsonName);

    /// <summary><c>multipleOf</c>.</summary>
    public static void MultipleOf(this ref SchemaValidationContext context, double? value, decimal divisor, string member = "", string jsonName = "") =>
        context.Bound(value, value is double set && ExactMultiple.Is(set, divisor), "a multiple of", divisor, member, jsonName);

    /// <summary><c>multipleOf</c>.</summary>
    public static void MultipleOf(this ref SchemaValidationContext context, decimal? value, decimal divisor, string member = "", string jsonName = "") =>
        context.Bound(value, value % divisor == 0, "a multiple of", divisor, member, jsonName);

    /// <summary>JSON has neither NaN nor infinities.</summary>
    public static void Finite(this ref SchemaValidationContext context, double? value, string member = "", string jsonName = "")
    {
        if (value is double found && !double.IsFinite(found) && context.Fails())
        {
            context.Describe(member, jsonName, FormattableString.Invariant($"must be a finite number, not {found}"));
        }
    }

    private static void Bound<TValue, TBound>(this ref SchemaValidationContext context, TValue? value, bool holds, string relation, TBound bound, string member, string jsonName)
        where TValue : struct
        where TBound : struct
    {
        if (value is TValue found && !holds && context.Fails())
        {
            context.Describe(member, jsonName, FormattableString.Invariant($"must be {relation} {bound}, not {found}"));
        }
    }
}
