using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>The schemas <c>true</c> and <c>false</c>, which reading writes as objects.</summary>
internal static class BooleanSchemas
{
    /// <summary><c>{ not: {} }</c>, which is how reading writes the schema <c>false</c>.</summary>
    public static bool IsFalse(SpecNode schema) =>
        schema.Members.Count == 1 && schema["not"] is { Kind: SpecNodeKind.Object, Members.Count: 0 };
}
