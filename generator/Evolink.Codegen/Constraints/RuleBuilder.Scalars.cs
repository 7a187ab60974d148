using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    /// <summary>What is asked of a text, whatever type has it in C#.</summary>
    private IEnumerable<Constraint> OfWritten(SchemaView view)
    {
        foreach ((Limit limit, int bound) in Counts(view, "minLength", "maxLength"))
        {
            yield return limit == Limit.Minimum ? new MinLengthConstraint(bound) : new MaxLengthConstraint(bound);
        }

        foreach (SpecNode pattern in view.All("pattern").Where(pattern => IsPattern(pattern.Text, pattern)))
        {
            yield return new PatternConstraint(pattern.Text);
        }
    }

    private IEnumerable<Constraint> OfText(TypeRef type, SchemaView view) => OfWritten(view).Concat(OfFormat(type, view));

    private static IEnumerable<Constraint> OfFormat(TypeRef type, SchemaView view)
    {
        if (StringFormats.IsLink(view.Text("format")) || (type.Kind == TypeKind.Uri && view.Text("format") != "uri-reference"))
        {
            yield return new AbsoluteUriConstraint();
        }
        else if (type.Kind != TypeKind.Uri && StringFormats.MemberFor(view.Text("format")) is { } format)
        {
            yield return new FormatConstraint(format);
        }
    }

    private IEnumerable<Constraint> OfNumber(TypeRef type, SchemaView view, bool isOwn)
    {
        if (isOwn && type.Kind == TypeKind.Double)
        {
            yield return new FiniteConstraint();
        }

        foreach ((string keyword, Limit limit, bool isExclusive) in Bounds)
        {
            foreach (SpecNode bound in view.All(keyword))
            {
                if (NumberLiterals.Bound(type.Kind, bound.Text, limit, isExclusive) is { } rule)
                {
                    yield return rule;
                }
                else if (type.Kind is TypeKind.Double or TypeKind.Decimal)
                {
                    // No number of the type is as large; an integer's bound says nothing then.
                    LeaveOut();
                }
            }
        }

        foreach (SpecNode divisor in view.All("multipleOf"))
        {
            if (NumberLiterals.Divisor(type.Kind, divisor.Text) is { } literal)
            {
                yield return new MultipleOfConstraint(literal);
            }
            else
            {
                LeaveOut();
            }
        }
    }

    /// <summary>Where a type that has fractions meets a schema that allows none.</summary>
    private static IEnumerable<Constraint> Whole(TypeRef type, SchemaView view) =>
        type.Kind is TypeKind.Double or TypeKind.Decimal && SchemaKinds.IsWhole(view) ? [new MultipleOfConstraint(new Literal(TypeKind.Decimal, "1"))] : [];

    private static readonly (string Keyword, Limit Limit, bool IsExclusive)[] Bounds =
    [
        ("minimum", Limit.Minimum, false), ("exclusiveMinimum", Limit.Minimum, true),
        ("maximum", Limit.Maximum, false), ("exclusiveMaximum", Limit.Maximum, true),
    ];

    /// <summary>The listed values that the type can hold; one that it cannot is no choice anyway.</summary>
    private static IEnumerable<Constraint> OfValues(TypeRef type, SchemaView view)
    {
        if (SchemaValues.Of(view).Count == 0)
        {
            return [];
        }

        EquatableArray<Literal> values = LiteralsOf(type, view);
        if (type.Kind == TypeKind.Decimal && values.Count > 0)
        {
            // One of several decimals lies within the bounds that it is itself.
            EquatableArray<EquatableArray<Constraint>> each = [.. values.Select(ExactlyThis)];
            return values.Count == 1 ? each[0] : [new AnyOfConstraint(each, "one of " + string.Join(", ", values.Select(value => value.Text)))];
        }

        return values.Count switch
        {
            0 => [new FalseSchemaConstraint()],
            1 => [new ConstConstraint(values[0])],
            _ => [new EnumConstraint(values)],
        };
    }

    private static EquatableArray<Constraint> ExactlyThis(Literal value) =>
        [new BoundConstraint(Limit.Minimum, IsExclusive: false, value), new BoundConstraint(Limit.Maximum, IsExclusive: false, value)];

    private static EquatableArray<Literal> LiteralsOf(TypeRef type, SchemaView view) =>
        SchemaValues.Of(view).Select(value => NumberLiterals.Value(type.Kind, value)).OfType<Literal>().ToEquatableArray();

    private static IEnumerable<(Limit Limit, int Bound)> Counts(SchemaView view, string minimum, string maximum) =>
        view.All(minimum).Select(node => (Limit: Limit.Minimum, node))
            .Concat(view.All(maximum).Select(node => (Limit: Limit.Maximum, node)))
            .Select(count => (count.Limit, Bound: Count(count.node)))
            .Where(count => count.Limit == Limit.Maximum ? count.Bound < int.MaxValue : count.Bound > 0)
            .Distinct();

    private static int Count(SpecNode node) =>
        ExactNumbers.TryInteger(node.Text, out BigInteger count) && count <= int.MaxValue ? (int)count : int.MaxValue;
}
