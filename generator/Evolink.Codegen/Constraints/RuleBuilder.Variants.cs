using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    /// <summary>What the variants of each union require.</summary>
    private readonly Dictionary<TypeShape, VariantDemands> demands = [];

    /// <summary>The rules of one variant of a union: its own schema's, those that stand beside the branches, and that it is no other.</summary>
    public EquatableArray<Constraint> OfVariant(TypeShape union, VariantShape variant)
    {
        work = 0;
        EquatableArray<Constraint> own = OfValue(variant.Type, variant.View, isOwn: true);
        bool hasMore = !ReferenceEquals(variant.View, union.View) && union.View.Parts.Any(part => part.Members.Any(member => !IsBranching(member.Name)));
        IEnumerable<Constraint> beside = hasMore ? OfValue(variant.Type, union.View, isOwn: false) : [];
        return [.. own.Concat(beside).Distinct(), .. hasMore ? [] : NoOtherThan(union, variant)];
    }

    private static bool IsBranching(string keyword) =>
        keyword is "oneOf" or "anyOf" or "type" or "discriminator" or "$defs" or "definitions" || SchemaView.IsAnnotation(keyword);

    /// <summary>
    /// An object that has what another branch of oneOf asks for is of both. Only a branch that asks for a member of its own is
    /// held against it: one that takes any object would leave no valid value.
    /// </summary>
    private IEnumerable<Constraint> NoOtherThan(TypeShape union, VariantShape variant)
    {
        if (variant.Type.Kind != TypeKind.Model || union.View.First("oneOf") is null)
        {
            return [];
        }

        // What another branch says beyond the names that it requires is not asked.
        LeaveOut();
        if (!demands.TryGetValue(union, out VariantDemands? all))
        {
            demands.Add(union, all = new VariantDemands(union));
        }

        TypeShape shape = shapes[variant.Type.Target];
        if (!all.HasForeign(shape))
        {
            return [];
        }

        if (shape.Kind == ShapeKind.Hierarchy)
        {
            return LeaveOutHierarchy(variant.View);
        }

        // A record without other members has no room for those of another branch.
        return shape.Additional is null ? [] : [new OneVariantConstraint(all.Json, union.Variants.FindIndex(other => ReferenceEquals(other, variant)))];
    }
}
