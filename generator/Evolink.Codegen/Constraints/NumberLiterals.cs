using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>Bounds and divisors of a schema as numbers of one C# type.</summary>
internal static class NumberLiterals
{
    /// <summary>A bound as the type can hold it. An integer's bound is rounded inwards, which loses nothing.</summary>
    public static BoundConstraint? Bound(TypeKind type, string text, Limit limit, bool isExclusive)
    {
        if (type is TypeKind.Double or TypeKind.Decimal)
        {
            return Literals.ReadFraction(type, text) is { } bound ? new BoundConstraint(limit, isExclusive, bound) : null;
        }

        if (!ExactNumber.TryRound(text, up: limit == Limit.Minimum, out BigInteger integer))
        {
            return null;
        }

        bool isBetweenIntegers = !ExactNumber.IsInteger(text);
        BigInteger nearest = integer < long.MinValue ? long.MinValue : integer > long.MaxValue ? long.MaxValue : integer;
        bool saysNothing = limit == Limit.Minimum ? nearest == long.MinValue : nearest == long.MaxValue;
        return saysNothing ? null : new BoundConstraint(limit, isExclusive && !isBetweenIntegers, Literals.FromInteger(nearest));
    }

    public static Literal? Divisor(TypeKind type, string text)
    {
        bool isInteger = ExactNumber.TryParseInteger(text, out BigInteger integer);
        if (type is TypeKind.Int32 or TypeKind.Int64 && isInteger)
        {
            return integer > 0 && Literals.FitsInt64(integer) ? Literals.FromInteger(integer) : null;
        }

        // Of an integer: dividing by a fraction is asked of the number as a decimal.
        return Literals.ReadFraction(TypeKind.Decimal, text) is { } divisor && divisor.Text != "0" ? divisor : null;
    }
}
