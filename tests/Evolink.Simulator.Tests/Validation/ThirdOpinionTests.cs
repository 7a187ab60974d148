using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Evolink.Tests;

/// <summary>
/// The public JSON Schema test suite says what each schema makes of a few values. Here every schema gets the values of all others of its file, too, of which the suite
/// says nothing, and the judge is an evaluator of others: JsonSchema.Net.
/// </summary>
public sealed class ThirdOpinionTests(ITestOutputHelper output)
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE");

    // As the suite has it: a format is an annotation.
    private static readonly SchemaValidatorOptions s_options = new() { AssertFormats = false };

    private static readonly Dictionary<string, string> s_excluded = new(StringComparer.Ordinal)
    {
        ["remote ref, containing refs itself"] = "refers to the meta-schema on the web, of which the library has a copy; nothing is ever fetched here",
        ["pattern with Unicode property escape requires unicode mode"] = "the library has .NET's expressions, which know no \\p{Letter}",
        ["patternProperties with Unicode property escape"] = "the same",
    };

    [Fact]
    public void EverySchemaOfThePublicSuite_MakesTheSameOfEveryValueOfItsFile()
    {
        Assert.SkipUnless(Directory.Exists(s_folder), "JSON_SCHEMA_TEST_SUITE names no folder with the public suite.");

        int agreed = 0;
        List<string> different = [];
        foreach (string file in Directory.EnumerateFiles(s_folder!, "*.json").Order(StringComparer.Ordinal))
        {
            JsonArray groups = JsonNode.Parse(File.ReadAllText(file))!.AsArray();
            JsonElement[] values = [.. groups.SelectMany(static group => group!["tests"]!.AsArray()).Select(static test => test!["data"]?.ToJsonString() ?? "null").Distinct().Select(static text => JsonElement.Parse(text))];
            foreach (JsonNode? group in groups.Where(static group => !s_excluded.ContainsKey((string)group!["description"]!)))
            {
                JsonSchema schema = JsonSchema.FromText(group!["schema"]!.ToJsonString(), new BuildOptions { Dialect = Dialect.Draft202012, SchemaRegistry = new SchemaRegistry() });
                SchemaValidator validator = new(group["schema"], s_options);
                foreach (JsonElement value in values)
                {
                    bool isValid = validator.Evaluate("", value).Count == 0;
                    if (isValid == schema.Evaluate(value).IsValid) agreed++;
                    else different.Add($"{Path.GetFileNameWithoutExtension(file)}: {group["description"]}: {value.GetRawText()} is {(isValid ? "valid" : "invalid")} to us");
                }
            }
        }

        output.WriteLine($"{agreed} agree, {different.Count} differ.");
        Assert.True(different.Count == 0, string.Join('\n', different));
        Assert.True(agreed > 5000, $"Only {agreed} values were judged.");
    }
}
