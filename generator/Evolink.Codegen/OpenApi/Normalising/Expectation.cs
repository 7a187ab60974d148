using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Words for what was due and what was found.</summary>
internal static class Expectation
{
    public static string Of(Keyword keyword) => keyword.Shape switch
    {
        Shape.Text => "a string",
        Shape.Prose => "text",
        Shape.Flag => "true or false",
        Shape.Count => "a whole number from 0 to 2147483647",
        Shape.Number => "a number",
        Shape.PositiveNumber => "a number above 0",
        Shape.Bound => "a number, or true or false in OpenAPI 3.0",
        Shape.Type => "one of, or a list of: array, boolean, integer, null, number, object, string",
        Shape.Texts => "a list of strings",
        Shape.TextsByName => "an object of lists of strings",
        Shape.List => "a list",
        Shape.One when keyword.Place == SpecPlace.Schema => "a schema: an object, or true or false",
        Shape.One or Shape.Map => "an object",
        _ => "any value",
    };

    public static string Found(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Object => "an object",
        SpecNodeKind.Array => node.Items.Count == 0 ? "an empty list" : "a list",
        SpecNodeKind.String => $"the string \"{Excerpt.Of(node.Text)}\"",
        SpecNodeKind.Number => $"the number {Excerpt.Of(node.Text)}",
        SpecNodeKind.Boolean => node.Text,
        _ => "null",
    };
}
