using System.Collections.Generic;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>contains</c>, with <c>minContains</c> and <c>maxContains</c>.</summary>
internal sealed class ContainsProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Type.Kind != TypeKind.List)
        {
            yield break;
        }

        foreach (SpecNode part in target.View.Parts)
        {
            if (part["contains"] is { } wanted)
            {
                yield return Contains(part, SchemaView.From(wanted), wanted, target.Type.Element!, builder);
            }
        }
    }

    private static ConstraintSet Contains(SpecNode part, SchemaView view, SpecNode wanted, TypeRef item, ConstraintBuilder builder)
    {
        int minimum = part["minContains"] is { } least ? CountKeywords.Read(least) : 1;
        int? maximum = part["maxContains"] is { } most && CountKeywords.Read(most) < int.MaxValue ? CountKeywords.Read(most) : null;
        if (minimum == 0 && maximum is null)
        {
            return ConstraintSet.Empty;
        }

        ConstraintSet set = builder.Held(item, view, isOwn: false);
        if (maximum is not null && !builder.IsComplete(set))
        {
            maximum = null;
            set = ConstraintSet.All(set, builder.CheckedInPart(part["maxContains"]!, "maxContains"));
        }

        if (minimum == 0 && maximum is null)
        {
            return set.With();
        }

        bool countsNull = item.IsNullable && SchemaKinds.AllowsNull(view);
        ConstraintSet contains = set.With(new ContainsConstraint(minimum, maximum, ExpectedTexts.Contains(wanted), countsNull, item, set.Constraints));
        return maximum is null ? contains : contains.Assumed();
    }
}
