using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>minProperties</c> and <c>maxProperties</c>.</summary>
internal sealed class PropertyCountProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target is { Record: null, Type.Kind: not TypeKind.Map })
        {
            yield break;
        }

        foreach ((Limit limit, int bound) in CountKeywords.Bounds(target.View, "minProperties", "maxProperties"))
        {
            EquatableArray<MemberRef> members = target.Record is { } record ? [.. record.Members.Select(member => MemberRefs.To(record, member))] : [];
            yield return ConstraintSet.From(limit == Limit.Minimum
                ? new MinPropertiesConstraint(bound) { Members = members }
                : new MaxPropertiesConstraint(bound) { Members = members });
        }
    }
}
