using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary>A union validates itself; a branch or condition restricts the variants that it leaves room for, and refuses the others.</summary>
internal sealed class UnionProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Type.Kind != TypeKind.Value || builder.Shapes[target.Type.Id] is not { Kind: not DeclarationKind.Enum } union)
        {
            return [];
        }

        return target.IsOwn ? [RefProvider.To(union)] : union.Variants.Select(variant => Restricted(variant, target, builder));
    }

    private static ConstraintSet Restricted(VariantDraft variant, SchemaTarget target, ConstraintBuilder builder)
    {
        if (!builder.Allows(target.View, variant.Type))
        {
            return ConstraintSet.From(new VariantConstraint(variant.Name, variant.Type, IsAllowed: false, []));
        }

        ConstraintSet set = builder.Build(target.As(variant.Type));
        return set.With(new VariantConstraint(variant.Name, variant.Type, IsAllowed: true, set.Constraints));
    }
}
