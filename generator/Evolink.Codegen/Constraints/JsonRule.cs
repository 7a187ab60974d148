using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>A demand on a value that is kept as JSON, because its schema allows several kinds, or any.</summary>
internal abstract record JsonRule : Rule;

/// <summary>The value is of one of these kinds.</summary>
internal sealed record KindsRule(JsonKinds Allowed) : JsonRule;

/// <summary>Where the value is of the part's kind, it meets these rules.</summary>
internal sealed record PartRule(JsonPart Part, EquatableArray<Rule> Rules) : JsonRule;

/// <summary>The value is one of these; asked of a list, a map or a record by the JSON that is sent.</summary>
/// <param name="Json">The values, as a JSON array.</param>
internal sealed record ListedRule(string Json) : Rule;

/// <summary>As what JSON of any kind can be looked at: the runtime's functions of these names.</summary>
internal enum JsonPart
{
    Text,
    Number,
    Items,
    Members,
}
