using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Describes in words what was expected and what was found.</summary>
internal static class Expectation
{
    public static string Describe(Keyword keyword) => keyword.Kind switch
    {
        ValueKind.Text => "a string",
        ValueKind.Prose => "text",
        ValueKind.Flag => "true or false",
        ValueKind.Count => "a whole number from 0 to 2147483647",
        ValueKind.Number => "a number",
        ValueKind.PositiveNumber => "a number above 0",
        ValueKind.Bound => "a number, or true or false in OpenAPI 3.0",
        ValueKind.Type => "one of, or a list of: array, boolean, integer, null, number, object, string",
        ValueKind.Texts => "a list of strings",
        ValueKind.TextsByName => "an object of lists of strings",
        ValueKind.List => "a list",
        ValueKind.One when keyword.Role == ObjectRole.Schema => "a schema: an object, or true or false",
        ValueKind.One or ValueKind.Map => "an object",
        _ => "any value",
    };

    public static string DescribeFound(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Object => "an object",
        SpecNodeKind.Array => node.Items.Count == 0 ? "an empty list" : "a list",
        SpecNodeKind.String => $"the string \"{MessageText.Truncate(node.Text)}\"",
        SpecNodeKind.Number => $"the number {MessageText.Truncate(node.Text)}",
        SpecNodeKind.Boolean => node.Text,
        _ => "null",
    };
}
