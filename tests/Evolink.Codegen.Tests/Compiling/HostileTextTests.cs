using System.Text.Json;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Evolink.Codegen.Tests.Compiling;

/// <summary>Whatever a spec says, it says it in comments, literals and names, and never as code.</summary>
public sealed class HostileTextTests
{
    private const string Evil = "public class Injected { }";

    public static TheoryData<string> Texts =>
    [
        "plain",
        "\"; } " + Evil + " //",
        "\n" + Evil, "\r" + Evil, "\r\n" + Evil, "\u0085" + Evil, "\u2028" + Evil, "\u2029" + Evil, "\v" + Evil, "\f" + Evil,
        "*/ " + Evil + " /*",
        "\"\"\" " + Evil + " \"\"\"",
        "{0} {{ }} ${x} {" + Evil + "}",
        "</summary>" + Evil + "<summary>", "]]> & &amp; <c> <!-- -- -->", "`a < b` `", "`\n" + Evil + "\n`",
        "\\\" \\u000a " + Evil, "\\", "\\u0022", "'",
        "\u0000\u0001\u001b\u007f", "\ufeff\ufffe\uffff", "\u202e reversed", "a\tb",
        "#pragma warning restore", "#if", "#error no", "// ", "@\"", "u8",
        "\ud83d\ude00", "null", "true", "1", "", " ", "$ref", "-", "__proto__",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void AText_InEveryPlaceOfASpec_CompilesAndInjectsNothing(string text)
    {
        Generation generation = GeneratorHarness.Run(("spec.json", Everywhere(text)), (text.Replace('/', '_') + ".yaml", Yaml.Query)).AssertNoException();

        generation.AssertCompiles();
        Assert.DoesNotContain(
            generation.Files.Values.SelectMany(file => CSharpSyntaxTree.ParseText(file, GeneratorHarness.ParseOptions).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()),
            type => type.Identifier.Text == "Injected");
    }

    [Fact]
    public void HalfASurrogatePair_InATextThatYamlCanHold_Compiles() =>
        GeneratorHarness.Run(("spec.yaml", Yaml.Thing("type: object\nproperties: {'a\ud83d': {type: string, description: 'b\ude00', enum: ['\ud83d', x]} }"))).AssertCompiles();

    /// <summary>Texts of a length that nothing survives which goes back over what it has read.</summary>
    public static TheoryData<string, string> LongTexts
    {
        get
        {
            const int Length = 400_000;
            return new()
            {
                { "backticks", new string('`', Length) },
                { "runs of backticks", string.Concat(Enumerable.Range(1, 900).Select(static run => new string('`', run) + "a")) },
                { "a link", "[a](" + new string('b', Length) },
                { "a heading", "# a" + new string('#', Length) + "b" },
                { "a rule", string.Concat(Enumerable.Repeat("- ", Length / 2)) + "x" },
                { "words", string.Concat(Enumerable.Repeat("word ", Length / 5)) },
                { "an item of many lines", "- a" + string.Concat(Enumerable.Repeat("\nmore", Length / 5)) },
                { "stars", string.Concat(Enumerable.Repeat("**a ", Length / 4)) },
                { "tildes", new string('~', Length) },
                { "blank lines", "a" + new string('\n', Length) + "b" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void ALongText_IsReadOnce(string name, string text) =>
        GeneratorHarness.Run(
            (name + ".json", JsonSerializer.Serialize(new
            {
                openapi = "3.1.0",
                info = new { title = name, version = "1", description = text },
                paths = new Dictionary<string, object> { ["/things"] = new { get = new { operationId = "getThing", description = text, responses = new Dictionary<string, object> { ["204"] = new { description = text } } } } },
            })),
            ("a page.yaml", text)).AssertNoException();

    [Theory]
    [InlineData("/v1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:make/things", "V1a")]
    [InlineData("/v2beta-1.2/things", "Things")]
    public void AnAlmostVersion_IsReadOnce(string path, string group) =>
        Assert.StartsWith(group, OperationNames.Group(path), StringComparison.OrdinalIgnoreCase);

    /// <summary>A document with the text as every name, key, description, value, pattern and address.</summary>
    private static string Everywhere(string text)
    {
        object schema = new
        {
            type = "object",
            title = text,
            description = text,
            required = new[] { text },
            properties = new Dictionary<string, object>
            {
                [text] = new { type = "string", description = text, @enum = new[] { text, "other" }, @default = text, example = text },
                ["one_" + text] = new { type = "string", @const = text },
                ["pattern"] = new { type = "string", pattern = text, format = text, description = "a\n\n" + text },
                ["uri"] = new { type = "string", format = "uri", @enum = new[] { text } },
                ["map"] = new { type = "object", propertyNames = new { pattern = text }, additionalProperties = new { type = "string", @enum = new[] { text } } },
                ["named"] = new Dictionary<string, object> { ["type"] = "string", ["enum"] = new[] { "a", "b" }, ["x-enum-varnames"] = new[] { text, text }, ["x-enum-descriptions"] = new[] { text, text } },
                ["either"] = new { oneOf = new object[] { new { type = "integer", title = text }, new { type = "string", @enum = new[] { text }, description = text } } },
            },
            anyOf = new object[] { new { required = new[] { text }, title = text }, new { required = new[] { "uri" }, properties = new { pattern = new { @const = text } } } },
            not = new { required = new[] { text, "map" }, description = text },
            dependentRequired = new Dictionary<string, string[]> { [text] = ["uri"] },
        };
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["openapi"] = "3.1.0",
            ["info"] = new { title = text, version = text, description = text },
            ["servers"] = new[] { new { url = "https://api.example.com/" + text, description = text }, new { url = text, description = text } },
            ["paths"] = new Dictionary<string, object>
            {
                ["/v1/" + text + "/{id}"] = new
                {
                    put = new
                    {
                        operationId = text,
                        summary = text,
                        description = text,
                        parameters = new object[]
                        {
                            new { name = "id", @in = "path", required = true, description = text, schema = new { type = "string", @enum = new[] { text } } },
                            new { name = text, @in = "query", description = text, schema = new { type = "string" } },
                            new { name = "x-" + text, @in = "header", description = text, schema = new { type = "integer" } },
                        },
                        requestBody = new { content = new Dictionary<string, object> { ["application/json"] = new { schema = Reference(text) } } },
                        responses = new Dictionary<string, object>
                        {
                            ["200"] = new { description = text, content = new Dictionary<string, object> { ["application/json"] = new { schema = Reference(text) } } },
                            [text] = new { description = text, content = new Dictionary<string, object> { ["application/json"] = new { schema } } },
                        },
                    },
                },
            },
            ["components"] = new { schemas = new Dictionary<string, object> { [text] = schema } },
        });
    }

    private static Dictionary<string, string> Reference(string name) => new()
    {
        ["$ref"] = "#/components/schemas/" + Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)),
    };
}
