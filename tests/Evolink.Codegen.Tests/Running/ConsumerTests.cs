using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;
using Evolink.Codegen.Tests.Support.Loopback;

namespace Evolink.Codegen.Tests.Running;

/// <summary>The emitted code at work: compiled, loaded, driven.</summary>
public sealed class ConsumerTests
{
    private static readonly Lazy<Assembly> s_client = new(() => GeneratorHarness.Run(RealSpecs.All).Load());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach ((string path, string text) in RealSpecs.All)
            {
                SpecNode root = SpecTree.Parse(path, text, [], Token)!;
                string name = Words.Identifier(Path.GetFileNameWithoutExtension(path), "");
                foreach (SpecMember example in root["paths"]!.Members.SelectMany(item => item.Value.Members)
                    .SelectMany(operation => operation.Value.At("/requestBody/content/application~1json/examples")?.Members ?? []))
                {
                    examples.Add(name + "Request", example.Name, example.Value["value"]!.ToJsonNode()!.ToJsonString());
                }
            }

            return examples;
        }
    }

    [Fact]
    public void EverySpecWithABody_HasExamples() => Assert.True(Examples.Select(row => row.Data.Item1).Distinct().Count() >= 4);

    [Theory]
    [MemberData(nameof(Examples))]
    public void AnExample_Reads_Validates_AndWritesBackToTheSameJson(string type, string example, string json)
    {
        Assert.NotEmpty(example);
        object request = Read(type, json);

        IReadOnlyList<System.ComponentModel.DataAnnotations.ValidationResult> failures = [];
        bool isValid = ((GenerationRequest)request).TryValidate(out failures);

        Assert.True(isValid, string.Join("\n", failures.Select(failure => failure.ErrorMessage)));
        AssertSameJson(json, JsonSerializer.Serialize(request, request.GetType()));
    }

    [Theory]
    [InlineData("""{"id":"task-1","status":"dreaming","object":"hologram","progress":3,"surprise":{"a":[1,null]},"type":"smell"}""")]
    [InlineData("""{"status":"completed","results":["https://example.com/a b.mp4","not a link"],"result_data":[{"element_id":98765432109876543210}]}""")]
    [InlineData("""{"usage":{"billing_rule":"per_wish","cost":{"usd":1.25}},"task_info":{"estimated_time":2400},"error":{"code":"new_code"}}""")]
    public void WhatNobodyKnowsYet_SurvivesARoundTrip(string json) =>
        AssertSameJson(json, JsonSerializer.Serialize(Read("TaskDetailResponse", json), s_client.Value.GetType("Evolink.TaskDetailResponse")!));

    [Fact]
    public void AnUnknownEnumValueAndMember_OfARequest_AreSentAsTheyAre()
    {
        const string Json = """{"model":"kling-v3-motion-control","image_urls":["https://example.com/a.jpg"],"video_urls":["https://example.com/a.mp4"],"quality":"8k","model_params":{"character_orientation":"both"},"new_member":true}""";
        object request = Read("KlingV3MotionControlRequest", Json);

        Assert.False(((GenerationRequest)request).TryValidate(out _));
        AssertSameJson(Json, JsonSerializer.Serialize(request, request.GetType()));
    }

    [Fact]
    public async Task ARequest_GoesOut_AndItsTaskComesBack()
    {
        using var server = new LoopbackClient("""{"id":"task-unified-1","status":"pending","progress":0}""");
        using var client = (IDisposable)Activator.CreateInstance(s_client.Value.GetType("Evolink.EvolinkClient")!, new EvolinkOptions { ApiKey = "sk-test-0123456789" }, server.Http)!;
        (_, _, string json) = Examples.First(row => row.Data.Item1 == "KlingV3MotionControlRequest").Data;

        var submit = (Task)client.GetType().GetMethod("SubmitAsync", [typeof(GenerationRequest), typeof(CancellationToken)])!.Invoke(client, [Read("KlingV3MotionControlRequest", json), Token])!;
        await submit;

        object task = submit.GetType().GetProperty("Result")!.GetValue(submit)!;
        Assert.Equal("task-unified-1", task.GetType().GetProperty("Id")!.GetValue(task));
        Sent sent = Assert.Single(server.Sent);
        Assert.Equal("POST https://api.evolink.ai/v1/videos/generations", $"{sent.Method} {sent.Uri}");
        AssertSameJson(json, sent.Body!);
    }

    [Fact]
    public void ASecondSpecOfOnePath_GivesItsRequest_AndLeavesNothingBehindWhenItGoes()
    {
        (string, string) added = ("specs/new-model.yaml", RealSpecs.All.Single(spec => spec.Path.Contains("happyhorse", StringComparison.Ordinal)).Text.Replace("happyhorse-1.0-image-to-video", "new-model", StringComparison.Ordinal));
        Generation before = GeneratorHarness.Run(RealSpecs.All), with = GeneratorHarness.Run([.. RealSpecs.All, added]).AssertNoDiagnostics();

        Type request = with.Load().GetType("Evolink.NewModelRequest")!;
        Assert.Equal("CreateVideoGenerationRequest", request.BaseType!.Name);
        Assert.True(typeof(GenerationRequest).IsAssignableFrom(request));
        Assert.Equal(["EvolinkModels.NewModel.g.cs", "NewModelQuality.g.cs", "NewModelRequest.g.cs"], with.Files.Keys.Except(before.Files.Keys));
        Assert.Equal(before.Files, GeneratorHarness.Run(RealSpecs.All).Files);
    }

    [Theory]
    [InlineData("""{"a":5,"l":5000000000,"d":1.5,"b":true,"s":"x","n":null,"e":"auto"}""", true)]
    [InlineData("""{"a":5,"l":5000000000,"d":1.5,"b":false,"s":"x","n":null,"e":7}""", false)]
    [InlineData("""{"a":6,"l":5000000000,"d":1.5,"b":true,"s":"x","n":"given","e":7}""", false)]
    [InlineData("""{"l":5000000000,"d":1.5,"b":true,"s":"x","n":null,"e":7}""", false)]
    public void ConstantsUnionsAndRequiredNulls_ReadValidateAndWriteBack(string json, bool isValid)
    {
        const string Schema = """
            type: object
            required: [a, l, d, b, s, n, e]
            properties:
              a: {type: integer, const: 5}
              l: {type: integer, const: 5000000000}
              d: {type: number, const: 1.5}
              b: {type: boolean, const: true}
              s: {type: string, const: x}
              n: {type: [string, 'null']}
              e: {type: [integer, string]}
            """;
        Type type = GeneratorHarness.Run(("spec.yaml", Yaml.Thing(Schema))).Load().GetType("Evolink.SpecRequest")!;
        object thing = JsonSerializer.Deserialize(json, type)!;

        object?[] arguments = [null];
        Assert.Equal(isValid, (bool)type.GetMethod("TryValidate")!.Invoke(thing, arguments)!);
        AssertSameJson(json, JsonSerializer.Serialize(thing, type));
    }

    [Theory]
    [InlineData("{type: string, enum: [one]}", "{}", "one", true)]
    [InlineData("{const: one}", "{}", "one", true)]
    [InlineData("{type: string, default: one}", "{}", "one", true)]
    [InlineData("{type: string, enum: [one, two], default: two}", "{}", "two", true)]
    [InlineData("{type: string, enum: [one, two], default: two}", """{"model":"one"}""", "one", true)]
    [InlineData("{type: string, default: one}", """{"model":"other"}""", "other", true)]
    [InlineData("{type: string, enum: [one]}", """{"model":"other"}""", "other", false)]
    [InlineData("{type: string, enum: [one]}", """{"model":null}""", null, false)]
    [InlineData("{type: string, enum: [one, two]}", "{}", null, false)]
    public void ARequestThatIsReadWithoutItsModel_HasTheModelThatItIsFor(string model, string json, string? sent, bool isValid)
    {
        Type type = GeneratorHarness.Run(("spec.yaml", Yaml.Thing($"type: object\nrequired: [model]\nproperties: {{model: {model}}}"))).Load().GetType("Evolink.SpecRequest")!;
        object read = JsonSerializer.Deserialize(json, type)!;

        Assert.Equal(sent, JsonNode.Parse(JsonSerializer.Serialize(read, type))!["model"]?.GetValue<string>());
        object?[] arguments = [null];
        Assert.Equal(isValid, (bool)type.GetMethod("TryValidate")!.Invoke(read, arguments)!);
    }

    [Fact]
    public void ANewRequest_StartsWithItsDefaultModel()
    {
        Type type = GeneratorHarness.Run(("spec.yaml", Yaml.Thing("type: object\nrequired: [model]\nproperties: {model: {type: string, enum: [one, two], default: two}}"))).Load().GetType("Evolink.SpecRequest")!;

        Assert.Equal("""{"model":"two"}""", JsonSerializer.Serialize(Activator.CreateInstance(type), type));
    }

    // Members of which nothing else is asked.
    private static readonly Lazy<Type> s_texts = new(() => GeneratorHarness.Run(("spec.yaml", Yaml.Thing("""
        type: object
        properties:
          prompt: {type: string}
          texts: {type: array, items: {type: string}}
          map: {type: object, additionalProperties: {type: string}}
          any: {}
          several: {type: [string, integer]}
          list: {type: array}
        """))).Load().GetType("Evolink.SpecRequest")!);

    [Theory]
    [InlineData("""{"any":{"a":["HALF"]}}""", "any")]
    [InlineData("""{"any":{"HALF":1}}""", "any")]
    [InlineData("""{"unknown":"HALF"}""", "[\"unknown\"]")]
    [InlineData("""{"list":[1,"HALF"]}""", "list[1]")]
    public void HalfASurrogatePairInAnyJson_IsAFailureThatNamesTheMember(string json, string member)
    {
        AssertFailure(JsonSerializer.Deserialize(json.Replace("HALF", "\\ud83d", StringComparison.Ordinal), s_texts.Value)!, member);
        Assert.Empty(Failures(JsonSerializer.Deserialize(json.Replace("HALF", "\\ud83d\\ude00", StringComparison.Ordinal), s_texts.Value)!));
    }

    [Fact]
    public void HalfASurrogatePairInAText_IsAFailureThatNamesTheMember()
    {
        AssertFailure(With("Prompt", "cut \ud83d"), "prompt");
        AssertFailure(With("Texts", new[] { "a", "\ude00" }), "texts[1]");
        AssertFailure(With("Map", new Dictionary<string, string> { ["a"] = "\ud83d" }), "map[\"a\"]");
        AssertFailure(With("Map", new Dictionary<string, string> { ["\ud83d"] = "a" }), "map[");
        Type several = Nullable.GetUnderlyingType(s_texts.Value.GetProperty("Several")!.PropertyType)!;
        AssertFailure(With("Several", several.GetMethod("FromString")!.Invoke(null, ["\ud83d"])!), "several");
        Assert.Empty(Failures(With("Prompt", "whole 😀")));

        static object With(string property, object value)
        {
            object request = Activator.CreateInstance(s_texts.Value)!;
            s_texts.Value.GetProperty(property)!.SetValue(request, value);
            return request;
        }
    }

    private static IReadOnlyList<System.ComponentModel.DataAnnotations.ValidationResult> Failures(object request)
    {
        object?[] results = [null];
        request.GetType().GetMethod("TryValidate")!.Invoke(request, results);
        return (IReadOnlyList<System.ComponentModel.DataAnnotations.ValidationResult>)results[0]!;
    }

    private static void AssertFailure(object request, string member)
    {
        string problem = Assert.Single(Failures(request)).ErrorMessage!;
        Assert.StartsWith(member, problem, StringComparison.Ordinal);
        Assert.Contains("half of a surrogate pair", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TypedMembersWithoutAName_SurviveARoundTrip()
    {
        const string Json = """{"a":"x","other":[1,2],"more":[]}""";
        Type type = GeneratorHarness.Run(("spec.yaml", Yaml.Thing("type: object\nproperties: {a: {type: string}}\nadditionalProperties: {type: array, items: {type: integer}}"))).Load().GetType("Evolink.Thing")!;

        AssertSameJson(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize(Json, type), type));
    }

    private static object Read(string type, string json) => JsonSerializer.Deserialize(json, s_client.Value.GetType("Evolink." + type)!)!;

    private static void AssertSameJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{expected}\n{actual}");
}
