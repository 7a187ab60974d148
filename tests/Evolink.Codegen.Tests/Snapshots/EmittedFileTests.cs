using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Snapshots;

/// <summary>One file of each kind that is emitted, as a reader sees it.</summary>
public sealed class EmittedFileTests
{
    private const string Request = """
        model: {type: string, enum: [demo-1.0], description: Model name.}
        prompt: {type: string, description: "What to show.\n\nA second paragraph with `code` & <signs>.", maxLength: 2500, example: A girl dancing}
        image_urls: {type: array, items: {type: string, format: uri}, minItems: 1, maxItems: 3}
        quality: {type: string, enum: [720p, 1080p], default: 720p}
        duration: {type: integer, enum: [4, 6, 8]}
        length: {type: [integer, string], minimum: 1}
        seed: {type: integer, minimum: 0, maximum: 4294967295}
        size: {type: array, items: {type: array, items: {type: integer}}}
        voices: {type: object, additionalProperties: {type: string, format: uri}, propertyNames: {pattern: '^image[1-9]$'}, maxProperties: 5}
        model_params:
          type: object
          additionalProperties: false
          required: [mode, strength]
          properties:
            mode: {type: string, pattern: '^[a-z]+$'}
            strength: {type: number, minimum: 0, exclusiveMaximum: 1}
            old: {type: boolean, deprecated: true}
        callback_url: {type: string, format: uri, maxLength: 2048}
        """;

    private static readonly Lazy<Generation> s_demo = new(() => GeneratorHarness.Run(
        ("demo.yaml", Yaml.Create(Request, "model, image_urls", "  anyOf: [{required: [prompt]}, {required: [model_params]}]")), ("query.yaml", Yaml.Query)));

    public static TheoryData<string> Files =>
    [
        "DemoRequest", "DemoModelParams", "DemoQuality", "DemoDuration", "DemoLength", "CreateVideoGenerationRequest", "TaskDetailResponse",
        "TasksClient", "VideosClient", "EvolinkClient", "EvolinkApi", "EvolinkJson", "EvolinkRequests", "EvolinkClientServices",
        "EvolinkModels", "EvolinkModels.Demo1_0",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void AFile_IsAsItWasVerified(string file) => Snapshot.Verify(s_demo.Value[file + ".g.cs"], file);

    [Fact]
    public void TheDemo_HoldsNoOtherFile_AndCompiles()
    {
        s_demo.Value.AssertNoDiagnostics().AssertCompiles();
        Assert.Equal(Files.Select(row => row.Data + ".g.cs").Append("VideoGenerationResponse.g.cs").Order(StringComparer.Ordinal), s_demo.Value.Files.Keys);
    }

    [Fact]
    public void AnEmittedText_HasUnixLines_AndNoTrailingSpace() => Assert.All(GeneratorHarness.Run(RealSpecs.All).Files.Values, text =>
    {
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[ \t]\n", text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    });
}
