using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Tests.Conformance;

/// <summary>Where the emitted code decides otherwise than the public suite, and why.</summary>
internal static class SuiteDifferences
{
    private const string Typed = "A keyword says of which kind a value is: a schema with properties is an object's, and the member has its C# type.";
    private const string Branch = "A member that only a branch describes has the branch's C# type, whether or not the branch holds.";
    private const string Flattened = "Branches are flattened into one record: what one of them names, the additionalProperties of another does not refuse.";
    private const string Unchecked = "A restriction that depends on what is not checked is not checked either, and reported.";
    private const string Format = "A format is an assertion here, as the documents mean it.";
    private const string Null = "An explicit null is read as unset, and unset members are not sent.";
    private const string Empty = "An enum without a value is left out, as a value that no one can send would help no one.";

    private static readonly Dictionary<string, string> s_cases = new(StringComparer.Ordinal)
    {
        ["additionalProperties: additionalProperties does not look in applicators: properties defined in allOf are not examined"] = Flattened,
        ["additionalProperties: dependentSchemas with additionalProperties: additionalProperties can't see bar"] = Flattened,
        ["additionalProperties: dependentSchemas with additionalProperties: additionalProperties can't see bar even when foo2 is present"] = Flattened,
        ["dependentSchemas: single dependency: no dependency"] = Branch,
        ["not: collect annotations inside a 'not', even if collection is disabled: annotations are still collected inside a 'not'"] = Unchecked,
        ["properties: properties with null valued instance properties: allows null values"] = Null,
        ["ref: ref creates new scope when adjacent to keywords: referenced subschema doesn't see annotations from properties"] = Flattened,
        ["ref: root pointer ref: match"] = Typed,
        ["ref: root pointer ref: recursive match"] = Typed,
    };

    /// <summary>The cases that are listed one by one; each must differ still.</summary>
    public static IReadOnlyCollection<string> Listed => s_cases.Keys;

    /// <summary>The reason why a case is decided otherwise; null where it must not be.</summary>
    /// <param name="group">The group of the case.</param>
    /// <param name="suiteCase">The case.</param>
    /// <param name="reported">The diagnostics of the group's spec.</param>
    public static string? Reason(SuiteGroup group, SuiteCase suiteCase, IReadOnlyCollection<string> reported) =>
        s_cases.TryGetValue(group.NameOf(suiteCase), out string? reason) ? reason
        : group.Keyword == "format" && suiteCase.Name.EndsWith("is only an annotation by default", StringComparison.Ordinal) ? Format
        : group.Name == "empty enum" ? Empty
        : reported.Contains("EVO1008") || reported.Contains("EVO1005") ? "What another document, a base URI or an anchor names is never followed, and reported."
        : suiteCase.IsValid && IsOfAnotherKind(group, suiteCase.Data) ? Typed
        : null;

    /// <summary>Whether the schema speaks of some kinds without declaring them, and the value is of another.</summary>
    private static bool IsOfAnotherKind(SuiteGroup group, JsonNode? data)
    {
        SpecNode root = SpecReader.Read("specs/a.json", group.Text, CancellationToken.None).Root!;
        JsonKinds kinds = SchemaKinds.Infer(SchemaView.From(root.At("/components/schemas/Value")!));
        JsonKinds kind = (data?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            JsonValueKind.Null => JsonKinds.Null,
            JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
            JsonValueKind.Number => JsonKinds.Integer | JsonKinds.Number,
            JsonValueKind.String => JsonKinds.String,
            JsonValueKind.Array => JsonKinds.Array,
            _ => JsonKinds.Object,
        };
        return kinds != JsonKinds.None && (kinds & kind) == JsonKinds.None;
    }
}
