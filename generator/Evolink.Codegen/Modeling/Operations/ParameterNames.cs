using Evolink.Codegen.Modeling.Naming;
using Evolink.Codegen.Modeling.Types;

namespace Evolink.Codegen.Modeling.Operations;

/// <summary>What all builders of parameters agree on.</summary>
internal static class ParameterNames
{
    /// <summary>The names in one method; the body and the token have theirs.</summary>
    public static NameScope Scope() => NameScope.ForMembers(["request", "cancellationToken"]);

    /// <summary>Whether C# has one text for the type's values.</summary>
    public static bool IsScalar(TypeRef type) => type.Kind is not (TypeKind.List or TypeKind.Map or TypeKind.Model or TypeKind.Json or TypeKind.Bytes);
}
