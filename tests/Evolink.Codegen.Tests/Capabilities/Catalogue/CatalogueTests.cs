using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Catalogue;

/// <summary>The list of models: what programs choose a model by, and how they make its requests of JSON.</summary>
public sealed class CatalogueTests
{
    private const string Request = """
        model: {type: string, enum: [demo-1.0], default: demo-1.0}
        prompt: {type: string, maxLength: 2500, description: What to show., example: A girl dancing, x-evolink-advice: [{maxTokens: 800, text: The model reads 800 tokens.}]}
        image_urls: {type: array, minItems: 1, maxItems: 3, items: {type: string, format: uri, x-evolink-media: {kind: image, formats: [jpg, png], maxBytes: 1048576, minSide: 300, maxAspect: 2.5} } }
        quality: {type: string, enum: [720p, 1080p], default: 720p}
        duration: {oneOf: [{type: integer, minimum: 2, maximum: 10}, {type: string, enum: [auto]}]}
        strength: {type: number, exclusiveMinimum: 0, maximum: 1, multipleOf: 0.25}
        model_params: {$ref: '#/components/schemas/Extra'}
        """;

    private const string Extra = """
        Extra:
          type: object
          description: More.
          required: [mode]
          properties:
            mode: {type: string, enum: [fast, good]}
            voices: {type: object, additionalProperties: {type: string} }
            parts: {type: array, items: {type: object, properties: {text: {type: string, pattern: '^[a-z]+$'}, next: {$ref: '#/components/schemas/Extra'} } } }
        """;

    private static readonly Lazy<ModelInfo> s_demo = new(() => Models(Spec(Request, "model, prompt", Extra))["demo-1.0"]);

    [Fact]
    public void AModel_SaysWhatItsDocumentSays()
    {
        ModelInfo model = s_demo.Value;
        Assert.Equal(
            ("demo-1.0", ModelKind.Video, "/v1/videos/generations", "Demo: makes films", "Films of words. Take it for demos.", "https://example.com/demo", "DemoRequest"),
            (model.Id, model.Kind, model.Path, model.Title, model.Summary, model.DocsUrl!.AbsoluteUri, model.RequestType.Name));
        Assert.Equal("""{"prompt":"A dancer"}""", model.Example);
        Assert.Equal("demo-1.0", model.ToString());
    }

    [Fact]
    public void AParameter_SaysWhatItsSchemaSays()
    {
        Dictionary<string, ModelParameter> all = s_demo.Value.Parameters.ToDictionary(parameter => parameter.Name);
        Assert.Equal(["model", "prompt", "image_urls", "quality", "duration", "strength", "model_params"], all.Keys);
        Assert.Equal(["model", "prompt"], all.Values.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name));
        Assert.Equal(("string", "Prompt", "What to show.", 2500L, "A girl dancing"), (all["prompt"].Type, all["prompt"].PropertyName, all["prompt"].Description, all["prompt"].MaxLength, all["prompt"].Example.ToString()));
        ModelAdvice advice = Assert.Single(all["prompt"].Advice);
        Assert.Equal(("The model reads 800 tokens.", 800L, null), (advice.Text, advice.MaxTokens, advice.MaxLength));
        Assert.Equal(("array", 1L, 3L, "uri"), (all["image_urls"].Type, all["image_urls"].MinItems, all["image_urls"].MaxItems, all["image_urls"].Items!.Format));
        ModelMedia media = all["image_urls"].Media!;
        Assert.Equal(("image", "jpg png", 1048576L, 300L, null, 2.5m), (media.Kind, string.Join(' ', media.Formats), media.MaxBytes, media.MinSide, media.MaxSide, media.MaxAspect));
        Assert.Equal(("720p", "720p 1080p"), (all["quality"].Default.ToString(), string.Join(' ', all["quality"].Enum)));
        Assert.Equal(("integer or string", 2), (all["duration"].Type, all["duration"].Variants.Count));
        Assert.Equal((2m, 10m, "auto"), (all["duration"].Variants[0].Minimum, all["duration"].Variants[0].Maximum, all["duration"].Variants[1].Enum.Single().ToString()));
        Assert.Equal((0m, 1m, 0.25m), (all["strength"].ExclusiveMinimum, all["strength"].Maximum, all["strength"].MultipleOf));
        Assert.Equal(("object", "More."), (all["model_params"].Type, all["model_params"].Description));
        ModelParameter parts = all["model_params"].Parameters.Single(parameter => parameter.Name == "parts");
        Assert.Equal("^[a-z]+$", parts.Items!.Parameters[0].Pattern);
        Assert.Equal(["mode", "voices", "parts"], parts.Items.Parameters[1].Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void TheSchema_StandsAlone() => Assert.Equal(
        """{"type":"object","required":["prompt"],"properties":{"prompt":{"type":"string","examples":["a"]},"extra":{"$ref":"#/$defs/Extra"},"other":{"anyOf":[{"$ref":"#/$defs/Extra"},{"type":"null"}]},"self":{"$ref":"#"},"size":{"type":["integer","null"],"exclusiveMinimum":0},"closed":false},"$defs":{"Extra":{"type":"object","additionalProperties":false,"properties":{"again":{"$ref":"#/$defs/Extra"}}}}}""",
        Models(Spec("""
            prompt: {type: string, example: a}
            extra: {$ref: '#/components/schemas/Extra'}
            other: {$ref: '#/components/schemas/Extra', nullable: true}
            self: {$ref: '#/components/schemas/VideoGenerationRequest'}
            size: {type: integer, nullable: true, minimum: 0, exclusiveMinimum: true}
            closed: false
            """, "prompt", "Extra: {type: object, additionalProperties: false, properties: {again: {$ref: '#/components/schemas/Extra'} } }"))["demo"].JsonSchema);

    [Theory]
    [InlineData("three \"\"\"\" quotes \\ and \\n")]
    [InlineData("\u0085 \u2028 \u2029 \u202e \u0000 \u007f")]
    [InlineData("tab\tline\nend\r\n")]
    [InlineData("😀 \"}; } class X {")]
    public void AnyText_StaysText(string text) =>
        Assert.Equal(text, Models(Spec($"prompt: {{type: string, description: {JsonSerializer.Serialize(text)} }}", "prompt"))["demo"].Parameters[0].Description);

    [Fact]
    public void ARequestOfJson_IsTheRequest()
    {
        Assert.True(TryCreate("""{"prompt":"p","model_params":{"mode":"fast","voices":{"anything":"v"}}}""", out GenerationRequest? request, out IReadOnlyList<string> problems));
        Assert.Empty(problems);
        Assert.Equal("""{"model":"demo-1.0","prompt":"p","model_params":{"mode":"fast","voices":{"anything":"v"}}}""", JsonSerializer.Serialize<object>(request!));
    }

    [Theory]
    [InlineData("""{}""", "prompt: required, but not set.")]
    [InlineData("""[]""", "$: must be an object, not an array.")]
    [InlineData("""{"promt":"p"}""", "promt: is no parameter of this model; did you mean 'prompt'?|prompt: required, but not set.")]
    [InlineData("""{"prompt":"p","Quality":"720p"}""", "Quality: is no parameter of this model; did you mean 'quality'?")]
    [InlineData("""{"prompt":"p","zzz":1}""", "zzz: is no parameter of this model; there are model, prompt, image_urls, quality, duration, strength, model_params.")]
    [InlineData("""{"prompt":"p","quality":"1080P"}""", "quality: must be one of 720p, 1080p, not '1080P'; did you mean '1080p'?")]
    [InlineData("""{"prompt":"p","model_params":{"mode":"Fast","part":[]}}""", "model_params.part: is no parameter of this model; did you mean 'parts'?|model_params.mode: must be one of fast, good, not 'Fast'; did you mean 'fast'?")]
    [InlineData("""{"prompt":"p","model_params":{"mode":"fast","parts":[{"txt":"a"}]}}""", "model_params.parts[0].txt: is no parameter of this model; did you mean 'text'?")]
    [InlineData("""{"model":"demo-2.0","prompt":"p"}""", "model: must be 'demo-1.0', not 'demo-2.0'.")]
    [InlineData("""{"prompt":7}""", "prompt: expected a string, found the number 7.")]
    [InlineData("""{"prompt":"p","model_params":{"mode":"fast","parts":[{"text":[]}]}}""", "model_params.parts[0].text: expected a string, found an array.")]
    [InlineData("""{"prompt":"\ud83d"}""", "$: must be Unicode: some name or text holds half of a surrogate pair.")]
    public void WhatIsWrong_IsSaid_WithWhatWasMeant(string json, string expected)
    {
        Assert.False(TryCreate(json, out GenerationRequest? request, out IReadOnlyList<string> problems));
        Assert.Null(request);
        Assert.Equal(expected.Split('|'), problems);
    }

    [Fact]
    public void JsonThatIsTooDeep_IsAProblem()
    {
        string json = string.Concat(Enumerable.Repeat("""{"model_params":""", 400)) + "1" + new string('}', 400);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        Assert.False(s_demo.Value.TryCreateRequest(document.RootElement, out _, out IReadOnlyList<ValidationResult> problems));
        Assert.Contains("nested too deeply", Assert.Single(problems).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownModel_IsNamed()
    {
        Type models = Load(Spec(Request, "model, prompt", Extra)).GetType("Evolink.EvolinkModels", throwOnError: true)!;
        object?[] arguments = ["demo-10", JsonDocument.Parse("{}").RootElement, null, null];
        Assert.Equal(false, models.GetMethod("TryCreateRequest")!.Invoke(null, arguments));
        Assert.Equal("There is no model 'demo-10'; did you mean 'demo-1.0'?", ((IReadOnlyList<ValidationResult>)arguments[3]!).Single().ErrorMessage);
        Assert.Null(models.GetMethod("Find")!.Invoke(null, ["demo-10"]));
        Assert.Same(models.GetProperty("Demo1_0")!.GetValue(null), models.GetMethod("Find")!.Invoke(null, ["demo-1.0"]));
    }

    [Fact]
    public void ARequestForSeveralModels_IsOneForEach()
    {
        Dictionary<string, ModelInfo> models = Models(Spec("model: {type: string, enum: [b, a]}\nprompt: {type: string}", "model"));
        Assert.Equal(["a", "b"], models.Keys);
        Assert.Equal(models["a"].RequestType, models["b"].RequestType);
        Assert.True(models["b"].TryCreateRequest(JsonDocument.Parse("""{"prompt":"p"}""").RootElement, out GenerationRequest? request, out _));
        Assert.Equal("""{"model":"b","prompt":"p"}""", JsonSerializer.Serialize<object>(request!));
    }

    [Fact]
    public void ADocumentThatNamesNoModel_IsCalledAsItsFile() => Assert.Equal(["demo"], Models(Spec("prompt: {type: string}")).Keys);

    [Fact]
    public void WhatCreatesNoTask_IsNoModel() => Assert.DoesNotContain(
        GeneratorHarness.Run(("demo.yaml", Yaml.Thing("{type: object, properties: {a: {type: string}}}"))).Files.Keys, file => file.Contains("Models", StringComparison.Ordinal));

    [Fact]
    public void EveryParameterOfTheRealSpecs_IsAPropertyOfItsRequest()
    {
        Assembly assembly = GeneratorHarness.Run(RealSpecs.All).Load();
        var all = (IReadOnlyList<ModelInfo>)assembly.GetType("Evolink.EvolinkModels", throwOnError: true)!.GetProperty("All")!.GetValue(null)!;
        Assert.NotEmpty(all);
        Assert.All(all, model => AssertProperties(model.Parameters, model.RequestType));
        Assert.All(all, model =>
        {
            Assert.True(model.TryCreateRequest(JsonDocument.Parse(model.Example!).RootElement, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems), string.Join('\n', problems));
            Assert.IsType(model.RequestType, request);
        });

        static void AssertProperties(IReadOnlyList<ModelParameter> parameters, Type type) => Assert.All(parameters, parameter =>
        {
            Type property = type.GetProperty(parameter.PropertyName)?.PropertyType ?? throw new InvalidOperationException($"{type} has no {parameter.PropertyName}.");
            AssertProperties(parameter.Parameters, property);
            AssertProperties(parameter.Items?.Parameters ?? [], property.GenericTypeArguments.FirstOrDefault() ?? property);
        });
    }

    private static bool TryCreate(string json, out GenerationRequest? request, out IReadOnlyList<string> problems)
    {
        bool isValid = s_demo.Value.TryCreateRequest(JsonDocument.Parse(json).RootElement, out request, out IReadOnlyList<ValidationResult> found);
        problems = [.. found.Select(problem => problem.ErrorMessage!)];
        return isValid;
    }

    private static string Spec(string properties, string required = "", string schemas = "") => Yaml.Create(properties, required)
        .Replace("info: {title: t, version: '1'}", "info: {title: t, description: \"Films of words.\\nTake it for demos.\", version: '1'}\nexternalDocs: {url: 'https://example.com/demo'}", StringComparison.Ordinal)
        .Replace("operationId: createVideoGeneration", "operationId: createVideoGeneration\n      summary: 'Demo: makes films'", StringComparison.Ordinal)
        .Replace("VideoGenerationRequest'} }", "VideoGenerationRequest'}, examples: {first: {value: {prompt: A dancer} } } }", StringComparison.Ordinal)
        .Replace("  schemas:\n", "  schemas:\n" + string.Concat(schemas.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n")), StringComparison.Ordinal);

    private static Assembly Load(string spec) => GeneratorHarness.Run(("demo.yaml", spec), ("query.yaml", Yaml.Query)).Load();

    private static Dictionary<string, ModelInfo> Models(string spec) =>
        ((IReadOnlyList<ModelInfo>)Load(spec).GetType("Evolink.EvolinkModels", throwOnError: true)!.GetProperty("All")!.GetValue(null)!).ToDictionary(model => model.Id);
}
