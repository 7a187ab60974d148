using System.ComponentModel;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>A number that <see cref="CompareConstraints"/> adds or subtracts, of whatever type; unset where that is null, or no finite number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ComparedNumber
{
    private readonly decimal? _exact;
    private readonly double? _double;

    private ComparedNumber(decimal? exact, double? number) => (_exact, _double) = (exact, number);

    /// <summary>Whether there is a number.</summary>
    public bool IsSet => _exact is not null || _double is not null;

    /// <summary>An integer.</summary>
    public static implicit operator ComparedNumber(long? value) => new(value, null);

    /// <summary>An integer without a sign.</summary>
    public static implicit operator ComparedNumber(ulong? value) => new(value, null);

    /// <summary>A decimal.</summary>
    public static implicit operator ComparedNumber(decimal? value) => new(value, null);

    /// <summary>A double, which is the decimal number as that it is sent.</summary>
    public static implicit operator ComparedNumber(double? value) => new(null, value is double number && double.IsFinite(number) ? value : null);

    internal ExactTotal AddTo(ExactTotal total, bool isSubtracted = false)
    {
        ExactTotal own = _double is double number ? ExactTotal.From(number) : ExactTotal.From(_exact.GetValueOrDefault());
        return total.Add(isSubtracted ? own.Negate() : own);
    }
}
