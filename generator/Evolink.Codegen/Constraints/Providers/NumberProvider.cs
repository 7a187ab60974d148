using System.Collections.Generic;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>minimum</c>, <c>maximum</c>, <c>exclusiveMinimum</c>, <c>exclusiveMaximum</c>, <c>multipleOf</c>.</summary>
internal sealed class NumberProvider : IConstraintProvider
{
    private static readonly (string Keyword, Limit Limit, bool IsExclusive)[] s_bounds =
    [
        ("minimum", Limit.Minimum, false), ("exclusiveMinimum", Limit.Minimum, true),
        ("maximum", Limit.Maximum, false), ("exclusiveMaximum", Limit.Maximum, true),
    ];

    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (!target.IsNumber)
        {
            yield break;
        }

        TypeKind type = target.Type.Kind;
        bool hasFractions = type is TypeKind.Double or TypeKind.Decimal;
        if (hasFractions && !target.IsJsonPart && SchemaKinds.IsInteger(target.View))
        {
            yield return ConstraintSet.From(new MultipleOfConstraint(new Literal(TypeKind.Decimal, "1")));
        }

        if (target.IsOwn && type == TypeKind.Double)
        {
            yield return ConstraintSet.From(new FiniteConstraint());
        }

        foreach ((string keyword, Limit limit, bool isExclusive) in s_bounds)
        {
            foreach (SpecNode bound in target.View.All(keyword))
            {
                if (NumberLiterals.Bound(type, bound.Text, limit, isExclusive) is { } constraint)
                {
                    yield return ConstraintSet.From(constraint);
                }
                else if (hasFractions)
                {
                    // No number of the type is as large; an integer's bound says nothing then.
                    yield return ConstraintSet.Incomplete;
                }
            }
        }

        foreach (SpecNode divisor in target.View.All("multipleOf"))
        {
            if (!hasFractions && ExactNumber.TryParseInteger(divisor.Text, out BigInteger step) && step.IsOne)
            {
                // The type holds nothing else.
                continue;
            }

            yield return NumberLiterals.Divisor(type, divisor.Text) is { } literal
                ? ConstraintSet.From(new MultipleOfConstraint(literal))
                : ConstraintSet.Incomplete;
        }
    }
}
