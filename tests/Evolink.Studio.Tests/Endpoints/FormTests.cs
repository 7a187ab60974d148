using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Studio.Tests.Support;
using Evolink.Tool.Studio.Endpoints;
using Evolink.Tool.Studio.Forms;
using Evolink.Tool.Tests.Support;

namespace Evolink.Studio.Tests.Endpoints;

/// <summary>What the page is told of models and of requests.</summary>
public sealed class FormTests : IDisposable
{
    private const string Model = "kling-v3-motion-control";

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task EveryModelHasAForm_AndItsExampleIsValid()
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"]);
        JsonElement list = await studio.GetAsync("/api/models");
        string[] ids = [.. list.GetProperty("models").EnumerateArray().Select(static model => model.GetProperty("id").GetString()!)];
        Assert.Equal(EvolinkModels.All.Select(static model => model.Id), ids);
        foreach (string id in ids)
        {
            JsonElement form = await studio.GetAsync($"/api/models/{id}");
            Assert.NotEqual(0, form.GetProperty("fields").GetArrayLength());
            JsonElement checkedExample = await studio.PostAsync($"/api/models/{id}/check", JsonNode.Parse(form.GetProperty("example").GetRawText())!);
            Assert.True(checkedExample.GetProperty("valid").GetBoolean(), $"{id}: {checkedExample}");
        }
    }

    [Fact]
    public async Task ACheckNamesThePlaceOfEachFailure_AndWritesTheRequestInThreeLanguages()
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"]);
        JsonObject request = new() { ["image_urls"] = new JsonArray("https://cdn.example.com/it's.png"), ["quality"] = "1080" };
        JsonElement answer = await studio.PostAsync($"/api/models/{Model}/check", request);
        Assert.False(answer.GetProperty("valid").GetBoolean());
        Dictionary<string, string> problems = answer.GetProperty("problems").EnumerateArray().ToDictionary(static one => one.GetProperty("path").GetString()!, static one => one.GetProperty("text").GetString()!);
        Assert.Equal(["model_params", "quality", "video_urls"], problems.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("did you mean '1080p'?", problems["quality"], StringComparison.Ordinal);
        JsonElement code = answer.GetProperty("code");
        Assert.Contains("new KlingV3MotionControlRequest", code.GetProperty("csharp").GetString(), StringComparison.Ordinal);
        Assert.Contains("it's.png", code.GetProperty("curl").GetString(), StringComparison.Ordinal);
        Assert.Equal(Model, JsonElement.Parse(code.GetProperty("json").GetString()!).GetProperty("model").GetString());
        Assert.Equal("not known before it is sent", answer.GetProperty("cost").GetProperty("text").GetString());
    }

    [Fact]
    public async Task AValidRequest_HasItsCostByThePriceList_BeforeTheButton()
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"]);
        JsonNode example = JsonNode.Parse(EvolinkModels.Find(Model)!.Example!)!;
        JsonElement cost;
        do
        {
            // The page does not wait for the list.
            await Task.Delay(20, TestContext.Current.CancellationToken);
            cost = (await studio.PostAsync($"/api/models/{Model}/check", example.DeepClone())).GetProperty("cost");
        }
        while (cost.GetProperty("credits").ValueKind == JsonValueKind.Null && cost.GetProperty("reason").GetString()!.StartsWith("The first job", StringComparison.Ordinal));

        Assert.True(cost.GetProperty("credits").ValueKind == JsonValueKind.Number || cost.GetProperty("reason").GetString()!.Contains("takes a video", StringComparison.Ordinal), cost.ToString());
    }

    [Theory]
    [InlineData(Model, "When `element_list` is given: `character_orientation` must be `video`.", "model_params.character_orientation")]
    [InlineData("kling-v3-text-to-video", "When `multi_shot` is true: `shot_type` is needed.", "model_params.shot_type")]
    public void WhatOneValueDemandsOfAnother_IsASentence(string model, string text, string field)
    {
        JsonNode condition = Assert.Single(FormConditions.Create(EvolinkModels.Find(model)!), one => one!["text"]!.GetValue<string>() == text)!;
        Assert.Contains(field, condition["fields"]!.AsArray().Select(static one => one!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "`a` or `b` is needed")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""", "either `a` or `b` is needed, and only one of them")]
    [InlineData("""{"not":{"anyOf":[{"required":["a"]},{"required":["b"]}]}}""", "`a` and `b` must be left out")]
    [InlineData("""{"not":{"required":["a"]}}""", "`a` must be left out")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", "with `a`, `b` is needed")]
    [InlineData("""{"x-evolink-compare":[{"sum":["count(a)","n"],"max":15}]}""", "the number of `a` plus `n` must be at most 15")]
    [InlineData("""{"x-evolink-compare":[{"difference":["b","a"],"min":10,"max":30}]}""", "`b` minus `a` must be at least 10 and at most 30")]
    [InlineData("""{"x-evolink-max-items-total":[{"of":["a","b"],"max":5}]}""", "`a` and `b` take at most 5 items together")]
    [InlineData("""{"properties":{"a":{"properties":{"b":{"maxItems":0}}}}}""", "`a.b` must be left out")]
    public void ADemand_IsSaidInWords(string schema, string expected) => Assert.Equal(expected, Assert.Single(DemandText.Find(JsonElement.Parse(schema), saysMembers: true)).Text);

    [Theory]
    [InlineData("""{"required":["a"],"properties":{"a":{"const":true}}}""", "`a` is true")]
    [InlineData("""{"properties":{"a":{"const":false}}}""", "`a` is false or left out")]
    [InlineData("""{"required":["a"],"properties":{"a":{"enum":["x","y"]}}}""", "`a` is `x` or `y`")]
    [InlineData("""{"required":["a"],"properties":{"a":{"minItems":2,"maxItems":2}}}""", "`a` has 2 items")]
    [InlineData("""{"required":["o"],"properties":{"o":{"required":["a"],"properties":{"a":{"const":1}}}}}""", "`o.a` is 1")]
    [InlineData("""{"not":{"required":["a"]}}""", "`a` is left out")]
    [InlineData("""{"properties":{"a":{"pattern":"x"}}}""", null)]
    public void ACondition_IsSaidInWords_OrNotAtAll(string schema, string? expected) => Assert.Equal(expected, ConditionText.Write(JsonElement.Parse(schema)));

    [Fact]
    public void TheScriptsTestEveryKeywordThatConditionsUse()
    {
        using StreamReader script = new(StudioAssets.Open("form/conditions.js")!);
        string text = script.ReadToEnd();
        string[] keywords = [.. EvolinkModels.All.SelectMany(static model => FormConditions.Create(model)).SelectMany(static one => Keywords(one!["when"])).Distinct()];
        Assert.NotEmpty(keywords);
        Assert.All(keywords, keyword => Assert.Contains($"  {keyword}: (", text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keywords(JsonNode? schema) => schema is not JsonObject parts ? [] : parts.SelectMany(static part => part.Value switch
    {
        JsonObject members when part.Key == "properties" => members.SelectMany(static member => Keywords(member.Value)).Prepend(part.Key),
        JsonObject inner => Keywords(inner).Prepend(part.Key),
        JsonArray all when part.Key is "allOf" or "anyOf" or "oneOf" => all.SelectMany(Keywords).Prepend(part.Key),
        _ => [part.Key],
    });
}
