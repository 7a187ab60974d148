using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary>A value of any kind of JSON: what a keyword says of one kind is asked of the value where it is of that kind.</summary>
internal sealed class JsonPartProvider : IConstraintProvider
{
    private static readonly JsonPart[] s_parts = [JsonPart.Text, JsonPart.Number, JsonPart.Items, JsonPart.Members];

    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Type.Kind != TypeKind.Json || target.View.Parts.Any(BooleanSchemas.IsFalse))
        {
            yield break;
        }

        foreach (JsonPart part in s_parts)
        {
            SchemaTarget asPart = target.As(JsonPartTypes.For(part)) with { IsJsonPart = true };
            ConstraintSet set = ConstraintSet.All(ConstraintProviders.All.SelectMany(provider => provider.Provide(asPart, builder)));
            yield return set.IsEmpty ? set : set.With(new JsonPartConstraint(part, set.Constraints));
        }
    }
}
