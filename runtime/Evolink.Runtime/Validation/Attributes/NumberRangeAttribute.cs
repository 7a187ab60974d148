using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Evolink.Runtime.Validation.Attributes;

namespace Evolink;

/// <summary>
/// The bounds of a number, compared exactly with every kind of number. The stock attribute throws where the value is a
/// <see cref="long"/> and the bounds are not, and compares large numbers as doubles. An unset value passes.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
[SuppressMessage("Design", "CA1019", Justification = "The accessors are Minimum and Maximum, of whatever kind the bounds are.")]
public sealed class NumberRangeAttribute : RangeAttribute
{
    // Null is an open end.
    private readonly object? _minimum;
    private readonly object? _maximum;

    /// <summary>Whole bounds; <see cref="int.MinValue"/> and <see cref="int.MaxValue"/> for an open end.</summary>
    public NumberRangeAttribute(int minimum, int maximum)
        : base(minimum, maximum) =>
        (_minimum, _maximum) = (minimum == int.MinValue ? null : (long)minimum, maximum == int.MaxValue ? null : (long)maximum);

    /// <summary>Whole bounds; <see cref="long.MinValue"/> and <see cref="long.MaxValue"/> for an open end.</summary>
    public NumberRangeAttribute(long minimum, long maximum)
        : base((double)minimum, maximum) =>
        (_minimum, _maximum) = (minimum == long.MinValue ? null : minimum, maximum == long.MaxValue ? null : maximum);

    /// <summary>Bounds of a double; an infinity for an open end.</summary>
    public NumberRangeAttribute(double minimum, double maximum)
        : base(minimum, maximum) =>
        (_minimum, _maximum) = (double.IsNegativeInfinity(minimum) ? null : minimum, double.IsPositiveInfinity(maximum) ? null : maximum);

    /// <summary>Bounds as invariant decimal text; an empty text for an open end.</summary>
    public NumberRangeAttribute(string minimum, string maximum)
        : base(Double(minimum, double.NegativeInfinity), Double(maximum, double.PositiveInfinity)) =>
        (_minimum, _maximum) = (Decimal(minimum), Decimal(maximum));

    /// <summary>The lower bound, in its own kind.</summary>
    public new object Minimum => _minimum ?? base.Minimum;

    /// <summary>The upper bound, in its own kind.</summary>
    public new object Maximum => _maximum ?? base.Maximum;

    /// <summary>Whether the lower bound itself is not allowed. Default false.</summary>
    public bool ExclusiveMinimum
    {
        get => MinimumIsExclusive;
        set => MinimumIsExclusive = value;
    }

    /// <summary>Whether the upper bound itself is not allowed. Default false.</summary>
    public bool ExclusiveMaximum
    {
        get => MaximumIsExclusive;
        set => MaximumIsExclusive = value;
    }

    /// <inheritdoc/>
    public override bool IsValid(object? value)
    {
        if (AttributeValue.IsUnset(value))
        {
            return true;
        }

        int? low = _minimum is null ? 1 : NumberOrder.Compare(value!, _minimum);
        int? high = _maximum is null ? -1 : NumberOrder.Compare(value!, _maximum);
        return (ExclusiveMinimum ? low > 0 : low >= 0) && (ExclusiveMaximum ? high < 0 : high <= 0);
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name)
    {
        if (ErrorMessage is not null || ErrorMessageResourceName is not null)
        {
            return string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, Minimum, Maximum);
        }

        string low = FormattableString.Invariant($"{(ExclusiveMinimum ? "greater than" : "at least")} {_minimum}");
        string high = FormattableString.Invariant($"{(ExclusiveMaximum ? "less than" : "at most")} {_maximum}");
        string allowed = _minimum is null ? high : _maximum is null ? low : $"{low} and {high}";
        return $"The field {name} must be {allowed}.";
    }

    private static double Double(string text, double open) =>
        string.IsNullOrEmpty(text) ? open : double.Parse(text, CultureInfo.InvariantCulture);

    private static decimal? Decimal(string text) =>
        string.IsNullOrEmpty(text) ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
