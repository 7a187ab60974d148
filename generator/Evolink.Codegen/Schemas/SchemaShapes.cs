using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Schemas that say everything or nothing.</summary>
internal static class SchemaShapes
{
    /// <summary><c>{ not: {} }</c>, which is how reading writes the schema <c>false</c>.</summary>
    public static bool IsNever(SpecNode schema) =>
        schema.Members.Count == 1 && schema["not"] is { Kind: SpecNodeKind.Object, Members.Count: 0 };
}
