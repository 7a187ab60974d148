using System.Globalization;
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
            return Literals.ReadFraction(type, text) is { } fraction ? new BoundConstraint(limit, isExclusive, fraction) : null;
        }

        if (!ExactNumber.TryRound(text, up: limit == Limit.Minimum, out BigInteger integer))
        {
            return null;
        }

        bool isBetweenIntegers = !ExactNumber.IsInteger(text);
        (BigInteger least, BigInteger most) = type == TypeKind.UInt64 ? (ulong.MinValue, ulong.MaxValue) : ((BigInteger)long.MinValue, (BigInteger)long.MaxValue);
        BigInteger nearest = BigInteger.Max(least, BigInteger.Min(most, integer));
        bool isExclusiveHere = isExclusive && !isBetweenIntegers && nearest == integer;
        bool saysNothing = !isExclusiveHere && (limit == Limit.Minimum ? nearest == least : nearest == most);
        Literal bound = type == TypeKind.UInt64 ? new Literal(TypeKind.Decimal, nearest.ToString(CultureInfo.InvariantCulture)) : Literals.FromInteger(nearest);
        return saysNothing ? null : new BoundConstraint(limit, isExclusiveHere, bound);
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
