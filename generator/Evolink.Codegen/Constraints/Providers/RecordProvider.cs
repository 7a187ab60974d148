using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary>What a record's own schema demands of the members that have no property; those that have one bear their constraints.</summary>
internal sealed class RecordProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target is not { IsOwn: true, Record: { } record })
        {
            yield break;
        }

        builder.Patterns.ReportUndecided(target.View, [.. record.Members.Select(member => member.JsonName)]);
        if (record.Members.Count > 0 && target.View.First("propertyNames") is not null)
        {
            // The names of properties are known, but which of them are set is not asked.
            yield return ConstraintSet.Incomplete;
        }

        if (record.Additional is not { } held)
        {
            yield return ConstraintSet.From(new NoAdditionalPropertiesConstraint());
            yield break;
        }

        ConstraintSet set = ConstraintSet.All(UnnamedProperties.Find(held, target.View, [], isOwn: true, builder));
        yield return set.With(new UnnamedPropertiesConstraint(held, [new WellFormedConstraint(), .. UnicodeConstraints.OfValues(held, set.Constraints)]));
    }
}
