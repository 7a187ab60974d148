using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>required</c> and <c>properties</c> of a map.</summary>
internal sealed class MapProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Type.Kind != TypeKind.Map)
        {
            yield break;
        }

        TypeRef value = target.Type.Element!;
        List<KeyValuePair<string, IReadOnlyList<SpecNode>>> named = target.View.Properties().ToList();
        builder.Patterns.ReportUndecided(target.View, [.. named.Select(property => property.Key)]);
        yield return ConstraintSet.From(target.View.Required().Select(key => new RequiredConstraint(key)));
        foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in named)
        {
            ConstraintSet set = builder.Held(value, SchemaView.From(property.Value), isOwn: false);
            yield return set.IsEmpty ? set : set.With(new MapPropertyConstraint(property.Key, value, set.Constraints));
        }
    }
}
