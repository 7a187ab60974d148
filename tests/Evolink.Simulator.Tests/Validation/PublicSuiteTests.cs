using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

/// <summary>
/// The public JSON Schema test suite (draft 2020-12), from the folder that JSON_SCHEMA_TEST_SUITE names. The data is not
/// part of this repository; without it the tests say that they were skipped.
/// </summary>
public sealed class PublicSuiteTests(ITestOutputHelper output)
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE");

    // The suite's own reading of the draft: `format` is an annotation unless a schema's dialect says otherwise.
    private static readonly SchemaValidatorOptions s_options = new() { AssertFormats = false };

    private static readonly Dictionary<string, string> s_excluded = new(StringComparer.Ordinal)
    {
        ["remote ref, containing refs itself"] = "refers to the meta-schema on the web; nothing is ever fetched",
    };

    [Fact]
    public void EveryCaseOfThePublicSuite_IsAsTheSuiteSays()
    {
        Assert.SkipUnless(Directory.Exists(s_folder), "JSON_SCHEMA_TEST_SUITE names no folder with the public suite.");

        int passed = 0, excluded = 0;
        List<string> wrong = [];
        foreach (string file in Directory.EnumerateFiles(s_folder!, "*.json").Order(StringComparer.Ordinal))
        {
            foreach (JsonNode? group in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
            {
                string name = (string)group!["description"]!;
                foreach (JsonNode? test in group["tests"]!.AsArray())
                {
                    if (s_excluded.ContainsKey(name)) excluded++;
                    else if (IsValid(group["schema"], test!["data"]) == (bool)test["valid"]!) passed++;
                    else wrong.Add($"{Path.GetFileName(file)}: {name}: {test["description"]}");
                }
            }
        }

        output.WriteLine($"Public suite: {passed} of {passed + wrong.Count + excluded} cases, {excluded} excluded.");
        Assert.Empty(wrong);
        Assert.True(passed > 900, $"Only {passed} cases were found.");
    }

    private static bool IsValid(JsonNode? schema, JsonNode? instance) =>
        SchemaValidator.Evaluate(schema, "", JsonSerializer.SerializeToElement(instance), s_options).Count == 0;
}
