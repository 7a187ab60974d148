using System.Collections.Generic;

namespace Evolink.Codegen.Constraints;

/// <summary>Turns one family of keywords into constraints. It keeps nothing between two schemas.</summary>
internal interface IConstraintProvider
{
    /// <summary>The constraints of its keywords; none where the schema has none of them, or they say nothing of such a value.</summary>
    /// <param name="target">The schema and the value that it is applied to.</param>
    /// <param name="builder">Builds the constraints of subschemas.</param>
    IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder);
}
