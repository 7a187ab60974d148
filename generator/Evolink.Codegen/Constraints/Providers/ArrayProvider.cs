using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>minItems</c>, <c>maxItems</c>, <c>uniqueItems</c>, <c>prefixItems</c>, <c>items</c>.</summary>
internal sealed class ArrayProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Type.Kind != TypeKind.List)
        {
            yield break;
        }

        foreach ((Limit limit, int bound) in CountKeywords.Bounds(target.View, "minItems", "maxItems"))
        {
            yield return ConstraintSet.From(limit == Limit.Minimum ? new MinItemsConstraint(bound) : new MaxItemsConstraint(bound));
        }

        if (target.View.IsTrue("uniqueItems"))
        {
            yield return ConstraintSet.From(new UniqueItemsConstraint());
        }

        IEnumerable<ConstraintSet> items = target.View.First("prefixItems") is null
            ? Items(target, builder)
            : target.View.Parts.SelectMany(part => Positions(target.Type.Element!, part, builder));
        foreach (ConstraintSet set in items)
        {
            yield return set;
        }
    }

    private static IEnumerable<ConstraintSet> Items(SchemaTarget target, ConstraintBuilder builder)
    {
        List<SpecNode> items = target.View.All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList();
        if (items.Any(BooleanSchemas.IsFalse))
        {
            yield return ConstraintSet.From(new MaxItemsConstraint(0));
        }
        else if (items.Count > 0)
        {
            ConstraintSet set = builder.Held(target.Type.Element!, SchemaView.From(items), target.IsOwn);
            yield return set.IsEmpty ? set : set.With(new ItemsConstraint(target.Type.Element!, set.Constraints));
        }
    }

    /// <summary>A tuple: each of the first items has a schema of its own, and <c>items</c> is about the rest.</summary>
    private static IEnumerable<ConstraintSet> Positions(TypeRef item, SpecNode part, ConstraintBuilder builder)
    {
        IReadOnlyList<SpecNode> positions = part["prefixItems"]?.Items ?? [];
        for (int i = 0; i < positions.Count; i++)
        {
            ConstraintSet set = builder.Held(item, SchemaView.From(positions[i]), isOwn: false);
            yield return set.IsEmpty ? set : set.With(new PrefixItemConstraint(i, item, set.Constraints));
        }

        if (part["items"] is not { Kind: SpecNodeKind.Object } rest)
        {
            yield break;
        }

        if (BooleanSchemas.IsFalse(rest))
        {
            yield return ConstraintSet.From(new MaxItemsConstraint(positions.Count));
        }
        else
        {
            ConstraintSet set = builder.Held(item, SchemaView.From(rest), isOwn: false);
            yield return set.IsEmpty ? set : set.With(new ItemsConstraint(item, set.Constraints, First: positions.Count));
        }
    }
}
