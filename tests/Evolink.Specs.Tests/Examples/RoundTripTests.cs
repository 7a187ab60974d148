using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests.Examples;

/// <summary>What the specs do not know yet goes through the generated types and comes out as it went in.</summary>
public sealed class RoundTripTests
{
    private const string Future = """{"future":null,"future_id":9007199254740993,"future_part":{"list":[1.50,null,{"deep":"\u00e9"}],"":{}}}""";

    private static readonly Dictionary<string, (SpecBody Body, SpecNode Value)> s_examples = SpecBody.All
        .Where(body => body.IsRequest || body.Status.StartsWith('2'))
        .SelectMany(body => body.Examples, (body, example) => (example.Title, body, example.Value))
        .ToDictionary(row => row.Title, row => (row.body, row.Value));

    public static TheoryData<string> Examples => [.. s_examples.Keys];

    [Theory]
    [MemberData(nameof(Examples))]
    public void UnknownMembers_AreKept_AtEveryLevel(string title)
    {
        (SpecBody body, JsonNode json) = Example(title);
        foreach (JsonObject holder in Objects(body, json))
        {
            foreach ((string name, JsonNode? value) in JsonNode.Parse(Future)!.AsObject().ToArray())
                holder[name] = value?.DeepClone();
        }

        AssertSurvives(body, json, isValid: true);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void UnknownEnumValues_AreKept_AndARequestSaysSo(string title)
    {
        (SpecBody body, JsonNode json) = Example(title);
        Place[] enums = [.. Place.Below(body.File.Root, body.Schema, json).Where(place => place.Exists && place.Schema.Has("enum"))];
        foreach (Place place in enums) place.Value = place.Schema["type"]?.Text == "string" ? "brand-new" : 987654321;

        AssertSurvives(body, json, isValid: enums.Length == 0);
    }

    [Theory]
    [InlineData("archived", false)]
    [InlineData("COMPLETED", true)]
    [InlineData("", false)]
    public void AnUnknownStatus_IsKeptAsItIsWritten(string status, bool isTerminal)
    {
        string json = $$"""{"id":"task-unified-1","status":"{{status}}"}""";

        TaskDetailResponse task = Json.Read<TaskDetailResponse>(json);
        VideoGenerationResponse created = Json.Read<VideoGenerationResponse>(json);

        Assert.Equal(status, task.Status!.Value.Value);
        Assert.Equal(isTerminal, task.Status.Value.IsTerminal);
        Json.AssertSame(Json.Element(json), Json.Write(task));
        Json.AssertSame(Json.Element(json), Json.Write(created));
    }

    [Fact]
    public void ANumberBeyondDoublePrecision_IsKeptToTheLastDigit()
    {
        const string json = """{"result_data":{"element_id":869413002875174963},"future_id":123456789012345678901234567890.5}""";

        string written = JsonSerializer.Serialize(Json.Read<TaskDetailResponse>(json));

        Assert.Equal(json, written);
    }

    private static void AssertSurvives(SpecBody body, JsonNode json, bool isValid)
    {
        JsonElement expected = Json.Element(json);
        object value = Json.Read(GeneratedTypes.Find(body)!, expected);

        Json.AssertSame(expected, Json.Write(value));
        if (body.IsRequest)
            Assert.True(isValid == ModelValidation.TryValidate((IValidatable)value, out IReadOnlyList<ValidationResult> results), string.Join("\n", results));
    }

    private static (SpecBody Body, JsonNode Json) Example(string title) => (s_examples[title].Body, s_examples[title].Value.ToJsonNode()!);

    // The objects that are open to more; a map's names are not free, and any JSON is any JSON.
    private static JsonObject[] Objects(SpecBody body, JsonNode json) =>
    [
        json.AsObject(),
        .. Place.Below(body.File.Root, body.Schema, json)
            .Where(place => place.Exists && place.Schema.Has("properties") && !place.Schema.Has("additionalProperties"))
            .Select(place => place.Value)
            .OfType<JsonObject>(),
    ];
}
