using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>x-evolink-size</c> of a text, listed or not: the limits of what is written as <c>1280x720</c>.</summary>
internal sealed class PixelSizeProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (!IsText(target, builder) && (target.IsJsonPart || target.Type.Kind is TypeKind.Json or TypeKind.Model || IsUnion(target.Type, builder)))
        {
            // Their texts, variants and members are asked by themselves.
            yield break;
        }

        foreach (SpecNode size in target.View.All(PixelSizeKeyword.Name))
        {
            ExtensionProblem? problem = IsText(target, builder) ? PixelSizeKeyword.Problem(size) : new ExtensionProblem(size, "it on a string");
            if (problem is not null)
            {
                builder.Diagnostics.InvalidExtension(problem.Node, PixelSizeKeyword.Name, problem.Expected);
                yield return ConstraintSet.Incomplete;
                continue;
            }

            yield return ConstraintSet.From(new PixelSizeConstraint([.. size.Members.Select(member => new PixelSizeLimit(member.Name, Limit(member)))]));
        }
    }

    private static bool IsText(SchemaTarget target, ConstraintBuilder builder) => target.Type.Kind is TypeKind.String or TypeKind.Text
        || (target.Type.Kind == TypeKind.Value && builder.Shapes[target.Type.Id] is { Kind: DeclarationKind.Enum } shape && ScalarTypes.ForEnum(shape.View, isRequest: true) == TypeKind.String);

    private static bool IsUnion(TypeRef type, ConstraintBuilder builder) => type.Kind == TypeKind.Value && builder.Shapes[type.Id].Kind == DeclarationKind.Union;

    private static Literal Limit(SpecMember member)
    {
        Literal number = Literals.ReadFraction(TypeKind.Decimal, member.Value.Text)!;
        return PixelSizeKeyword.IsAspect(member.Name) ? number : number with { Kind = TypeKind.Int32 };
    }
}
