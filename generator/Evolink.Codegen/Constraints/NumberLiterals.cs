using System.Globalization;
using System.Numerics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>Values of a specification as values of one C# type. What the type cannot hold is no literal of it.</summary>
internal static class NumberLiterals
{
    /// <summary>A listed value, or null where the type cannot hold it.</summary>
    public static Literal? Value(TypeKind type, SpecNode value) => (type, value.Kind) switch
    {
        (TypeKind.String or TypeKind.Text or TypeKind.Uri, SpecNodeKind.String) => new Literal(TypeKind.String, value.Text),
        (TypeKind.Boolean, SpecNodeKind.Boolean) => new Literal(TypeKind.Boolean, value.Text),
        (TypeKind.Int32 or TypeKind.Int64, SpecNodeKind.Number) =>
            ExactNumbers.TryInteger(value.Text, out BigInteger integer) && Fits(integer) ? Integer(integer) : null,
        (TypeKind.Double or TypeKind.Decimal, SpecNodeKind.Number) => Fraction(type, value.Text),
        _ => null,
    };

    /// <summary>A listed value as a field of exactly that type can be set to it: rules compare as <c>long</c>, an <c>int?</c> takes no long.</summary>
    public static Literal? Initial(TypeKind type, SpecNode value) =>
        Value(type, value) is { } literal ? type is TypeKind.Int32 ? literal with { Kind = type } : literal : null;

    /// <summary>A bound as the type can hold it. An integer's bound is rounded inwards, which loses nothing.</summary>
    public static BoundConstraint? Bound(TypeKind type, string text, Limit limit, bool isExclusive)
    {
        if (type is TypeKind.Double or TypeKind.Decimal)
        {
            return Fraction(type, text) is { } bound ? new BoundConstraint(limit, isExclusive, bound) : null;
        }

        if (!ExactNumbers.TryRound(text, up: limit == Limit.Minimum, out BigInteger integer))
        {
            return null;
        }

        bool isBetweenIntegers = !ExactNumbers.IsInteger(text);
        BigInteger nearest = integer < long.MinValue ? long.MinValue : integer > long.MaxValue ? long.MaxValue : integer;
        bool saysNothing = limit == Limit.Minimum ? nearest == long.MinValue : nearest == long.MaxValue;
        return saysNothing ? null : new BoundConstraint(limit, isExclusive && !isBetweenIntegers, Integer(nearest));
    }

    public static Literal? Divisor(TypeKind type, string text)
    {
        bool isInteger = ExactNumbers.TryInteger(text, out BigInteger integer);
        if (type is TypeKind.Int32 or TypeKind.Int64 && isInteger)
        {
            return integer > 0 && Fits(integer) ? Integer(integer) : null;
        }

        // Of an integer: dividing by a fraction is asked of the number as a decimal.
        return Fraction(TypeKind.Decimal, text) is { } divisor && divisor.Text != "0" ? divisor : null;
    }

    private static bool Fits(BigInteger value) => value >= long.MinValue && value <= long.MaxValue;

    private static Literal Integer(BigInteger value) => new(TypeKind.Int64, value.ToString(CultureInfo.InvariantCulture));

    private static Literal? Fraction(TypeKind type, string text)
    {
        if (type == TypeKind.Decimal)
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                ? new Literal(TypeKind.Decimal, number.ToString("G29", CultureInfo.InvariantCulture))
                : null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !double.IsInfinity(value) && !double.IsNaN(value)
            ? new Literal(TypeKind.Double, value.ToString("R", CultureInfo.InvariantCulture))
            : null;
    }
}
