using System.Text.Json;

namespace Evolink.Simulation.Validation;

internal static class ReferenceKeywords
{
    public static void Ref(SchemaScope scope, JsonElement keyword)
    {
        if (keyword.ValueKind != JsonValueKind.String) return;

        string reference = keyword.GetString()!;
        if (scope.Evaluation.Document.Resolve(scope.Position.Resource, reference) is { } target)
            scope.Require(target);
        else
            scope.Fail("$ref", $"cannot be validated: its schema refers to '{reference}', which is not in the document.");
    }
}
