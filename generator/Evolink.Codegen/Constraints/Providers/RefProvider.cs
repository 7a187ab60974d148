using System.Collections.Generic;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary>A value of a generated record validates itself; a schema that is not the record's own adds to that.</summary>
internal sealed class RefProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target is { Record: not null } or { Type.Kind: not TypeKind.Model })
        {
            return [];
        }

        TypeDraft record = builder.Shapes[target.Type.Id];
        if (target.IsOwn || record.View.Identity == target.View.Identity)
        {
            return [To(record)];
        }

        ConstraintSet added = builder.OfMembers(record, target.View);
        return [added.With(new ApplyConstraint(added.Constraints))];
    }

    /// <summary>The constraints of a generated type are its own.</summary>
    public static ConstraintSet To(TypeDraft type) => new([new RefConstraint()], IsComplete: true, [type.Id]);
}
