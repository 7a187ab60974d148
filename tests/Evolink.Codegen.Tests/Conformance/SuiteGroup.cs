using System.Text.Json.Nodes;
using Evolink.Codegen.Naming;

namespace Evolink.Codegen.Tests.Conformance;

/// <summary>One schema of the public suite with its cases, and the spec that has it as the member of a request.</summary>
internal sealed record SuiteGroup(string Spec, string Keyword, string Name, JsonNode? Schema, IReadOnlyList<SuiteCase> Cases)
{
    private const string Place = "#/components/schemas/Value";

    /// <summary>The groups of every file in a folder; the name of the spec is all that tells their types apart.</summary>
    public static IReadOnlyList<SuiteGroup> All(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(file =>
            JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select((group, index) => new SuiteGroup(
                $"{System.IO.Path.GetFileNameWithoutExtension(file)}-case-{index}",
                System.IO.Path.GetFileNameWithoutExtension(file),
                (string)group!["description"]!,
                group["schema"],
                [.. group["tests"]!.AsArray().Select(test => new SuiteCase((string)test!["description"]!, test["data"], (bool)test["valid"]!))]))),
    ];

    public string Path => $"specs/{Spec}.json";

    /// <summary>The type of the request.</summary>
    public string TypeName => Words.Identifier(Spec, "") + "Request";

    /// <summary>What a case is called in lists.</summary>
    public string NameOf(SuiteCase suiteCase) => $"{Keyword}: {Name}: {suiteCase.Name}";

    /// <summary>A PUT whose body requires the member <c>value</c>, which is of the schema.</summary>
    public string Text => new JsonObject
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = "t", ["version"] = "1" },
        ["paths"] = new JsonObject { ["/v1/" + Spec] = new JsonObject { ["put"] = Operation() } },
        ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Value"] = Moved(Schema) } },
    }.ToJsonString();

    private static JsonObject Operation()
    {
        var body = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("value"),
            ["properties"] = new JsonObject { ["value"] = new JsonObject { ["$ref"] = Place } },
        };
        return new JsonObject
        {
            ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = body } } },
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "d" } },
        };
    }

    /// <summary>A reference from the schema's root leads from the document's root once the schema stands in one.</summary>
    private static JsonNode? Moved(JsonNode? schema)
    {
        switch (schema)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(
                    member.Key,
                    member is { Key: "$ref", Value: JsonValue reference } && reference.TryGetValue(out string? text) && (text == "#" || text.StartsWith("#/", StringComparison.Ordinal))
                        ? Place + text[1..]
                        : member.Key is "enum" or "const" ? member.Value?.DeepClone() : Moved(member.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Moved)]);
            default:
                return schema?.DeepClone();
        }
    }
}

internal sealed record SuiteCase(string Name, JsonNode? Data, bool IsValid);
