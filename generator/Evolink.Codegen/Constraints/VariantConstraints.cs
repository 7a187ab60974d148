using System.Linq;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>The constraints of one variant of a union: its own schema's, those that stand beside the branches, and that it is no other.</summary>
internal static class VariantConstraints
{
    public static ConstraintSet For(TypeDraft union, VariantDraft variant, ConstraintBuilder builder)
    {
        ConstraintSet own = builder.Build(new SchemaTarget(variant.Type, variant.View, IsOwn: true));
        bool hasMore = !ReferenceEquals(variant.View, union.View) && union.View.Parts.Any(part => part.Members.Any(member => !IsBranching(member.Name)));
        if (!hasMore)
        {
            return ConstraintSet.All(own with { Constraints = [.. own.Constraints.Distinct()] }, NoOther(union, variant, builder));
        }

        ConstraintSet both = ConstraintSet.All(own, builder.Build(new SchemaTarget(variant.Type, union.View, IsOwn: false)));
        return both with { Constraints = [.. both.Constraints.Distinct()] };
    }

    private static bool IsBranching(string keyword) =>
        keyword is "oneOf" or "anyOf" or "type" or "discriminator" or "$defs" or "definitions" || SchemaView.IsAnnotation(keyword);

    /// <summary>
    /// An object that has what another branch of oneOf asks for is of both. Only a branch that asks for a member of its own is
    /// held against it: one that takes any object would leave no valid value.
    /// </summary>
    private static ConstraintSet NoOther(TypeDraft union, VariantDraft variant, ConstraintBuilder builder)
    {
        if (variant.Type.Kind != TypeKind.Model || union.View.First("oneOf") is null)
        {
            return ConstraintSet.Empty;
        }

        // What another branch says beyond the names that it requires is not asked.
        VariantDemands demands = builder.Demands(union);
        TypeDraft shape = builder.Shapes[variant.Type.Id];
        if (!demands.HasForeign(shape))
        {
            return ConstraintSet.Incomplete;
        }

        if (shape.Kind == DeclarationKind.DiscriminatedUnion)
        {
            return builder.NotForHierarchies(variant.View);
        }

        // A record without other members has no room for those of another branch.
        return shape.Additional is null ? ConstraintSet.Incomplete
            : ConstraintSet.From(new OneVariantConstraint(demands.Json, union.Variants.FindIndex(other => ReferenceEquals(other, variant)))).MarkIncomplete();
    }
}
