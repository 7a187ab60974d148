using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>x-evolink-compare</c> and <c>x-evolink-max-items-total</c>: limits for the sum or the difference of members.</summary>
internal sealed class CompareProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Record is null && (target.IsJsonPart || target.Type.Kind is TypeKind.Json or TypeKind.Model or TypeKind.Value))
        {
            // Records and variants are asked by themselves. What is kept as JSON has no members to be compared.
            yield break;
        }

        foreach ((Comparison? comparison, ExtensionProblem? malformed, string keyword) in CompareKeyword.Read(target.View))
        {
            List<ComparedMember> operands = [];
            ExtensionProblem? problem = malformed ?? (target.Record is { } record ? Resolve(record, comparison!, operands, builder) : new ExtensionProblem(comparison!.Entry, "it on an object with properties"));
            if (problem is not null)
            {
                builder.Diagnostics.InvalidExtension(problem.Node, keyword, problem.Expected);
                yield return ConstraintSet.Incomplete;
                continue;
            }

            yield return ConstraintSet.From(Constraint(comparison!, operands));
        }
    }

    /// <summary>A limit for nothing but items says so in fewer words.</summary>
    private static ObjectConstraint Constraint(Comparison comparison, List<ComparedMember> operands) =>
        !comparison.IsDifference && comparison.Minimum is null && operands.All(operand => operand.IsCount) && ExactNumber.ParseCount(comparison.Maximum!) is { } most
            ? new MaxItemsTotalConstraint([.. operands.Select(operand => operand.Member)], most)
            : new CompareConstraint(comparison.IsDifference, [.. operands], Bound(comparison.Minimum), Bound(comparison.Maximum));

    private static Literal? Bound(string? text) => text is null ? null : Literals.ReadFraction(TypeKind.Decimal, text);

    private static ExtensionProblem? Resolve(TypeDraft record, Comparison comparison, List<ComparedMember> operands, ConstraintBuilder builder)
    {
        foreach (ComparedName name in comparison.Operands)
        {
            MemberRef? member = MemberRefs.Find(record, name.JsonName);
            TypeKind? number = member?.Type is { } type ? NumberOf(type, builder.Shapes) : null;
            if (member is null || (name.IsCount ? member.Type!.Kind != TypeKind.List : number is null))
            {
                // In the shorter form any array that is missing makes the whole wrong.
                return comparison.Keyword == CompareKeyword.MaxItemsTotal
                    ? new ExtensionProblem(comparison.Entry, CompareKeyword.Expected(comparison.Keyword))
                    : new ExtensionProblem(name.Node, $"{(name.IsCount ? "an array" : "a number")} of this schema, not '{MessageText.Truncate(name.Node.Text)}'");
            }

            Literal? preset = !name.IsCount && comparison.DefaultOf(name) is { } value ? Literals.Read(number!.Value, value) : null;
            operands.Add(new ComparedMember(member, name.IsCount, preset));
        }

        return null;
    }

    /// <summary>The type of a number, or of the numbers behind an enum; null for anything else.</summary>
    private static TypeKind? NumberOf(TypeRef type, IReadOnlyDictionary<TypeId, TypeDraft> shapes)
    {
        TypeKind kind = type.Kind == TypeKind.Value && shapes[type.Id] is { Kind: DeclarationKind.Enum } shape ? ScalarTypes.ForEnum(shape.View, isRequest: true) : type.Kind;
        return kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Double or TypeKind.Decimal ? kind : null;
    }
}
