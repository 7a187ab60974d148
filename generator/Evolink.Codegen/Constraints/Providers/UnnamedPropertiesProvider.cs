using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>propertyNames</c>, <c>patternProperties</c>, <c>additionalProperties</c>, <c>unevaluatedProperties</c> of a map.</summary>
internal sealed class UnnamedPropertiesProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder) => target.Type.Kind != TypeKind.Map
        ? []
        : UnnamedProperties.Find(target.Type.Element!, target.View, [.. target.View.Properties().Select(property => property.Key)], target.IsOwn, builder);
}
