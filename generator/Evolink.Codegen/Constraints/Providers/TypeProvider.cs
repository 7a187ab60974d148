using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>type</c>, where the C# type does not say it.</summary>
internal sealed class TypeProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Type.Kind != TypeKind.Json)
        {
            return [];
        }

        if (target.View.Parts.Any(BooleanSchemas.IsFalse))
        {
            return [ConstraintSet.From(new FalseSchemaConstraint())];
        }

        JsonKinds alsoAllowed = target.View.IsTrue("nullable") ? JsonKinds.Null : JsonKinds.None;
        return [ConstraintSet.From(target.View.All("type").Select(SchemaKinds.Declared).Where(kinds => kinds != JsonKinds.None)
            .Select(kinds => new TypeConstraint(SchemaKinds.Simplify(kinds) | alsoAllowed)))];
    }
}
