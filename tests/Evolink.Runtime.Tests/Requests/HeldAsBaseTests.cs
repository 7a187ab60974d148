using System.Text.Json;
using System.Text.Json.Serialization;
using Evolink.Runtime.Requests;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Requests;

public class HeldAsBaseTests
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private static readonly JsonSerializerOptions s_smallBuffers = new() { DefaultBufferSize = 1 };
    private static readonly JsonSerializerOptions s_lenient = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Fact]
    public void ARequestHeldAsItsBase_IsWrittenAsItIsSent_AndReadByItsModel()
    {
        GenerationRequest request = Samples.Valid();

        string text = JsonSerializer.Serialize(request);

        Assert.Equal(JsonSerializer.Serialize((SampleRequest)request), text);
        Assert.Equal(request, JsonSerializer.Deserialize<GenerationRequest>(text));
    }

    [Fact]
    public void AnObjectOrAModelInterface_IsWrittenWhole()
    {
        string expected = JsonSerializer.Serialize(Samples.Valid());

        Assert.Equal(expected, JsonSerializer.Serialize<object>(Samples.Valid()));
        Assert.Equal(expected, JsonSerializer.Serialize<IJsonModel>(Samples.Valid()));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<IJsonModel>(expected));
    }

    [Fact]
    public void AnOutbox_KeepsEveryRequestInIt_AlsoInAContextWithoutReflection()
    {
        Outbox outbox = new("me", Samples.Valid(), new SecondTwin { Size = 2 }, [new FirstTwin { Prompt = "a" }, null, Samples.Valid()])
        {
            ById = new() { ["1"] = new UnnamedSample() },
        };

        string text = JsonSerializer.Serialize(outbox, OutboxContext.Default.Outbox);
        Outbox again = JsonSerializer.Deserialize(text, OutboxContext.Default.Outbox)!;

        Assert.Equal(outbox.Request, again.Request);
        Assert.Equal(outbox.Twin, again.Twin);
        Assert.Equal(outbox.Waiting, again.Waiting);
        Assert.Equal(outbox.ById["1"], again.ById["1"]);
        Assert.Equal(text, JsonSerializer.Serialize(again));
        Assert.Equal("null", JsonSerializer.Serialize((GenerationRequest?)null, OutboxContext.Default.GenerationRequest!));
        Assert.Null(JsonSerializer.Deserialize("null", OutboxContext.Default.GenerationRequest));
    }

    [Fact]
    public void AResolverOfGeneratedTypes_KnowsTheBases()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = new JsonModelResolver().AddBase<TwinBase>() };

        Assert.Equal(new SecondTwin { Model = "second" }, JsonSerializer.Deserialize<TwinBase>("""{"model":"second"}""", options));
        Assert.Equal(Samples.Valid(), JsonSerializer.Deserialize<GenerationRequest>(JsonSerializer.Serialize<GenerationRequest>(Samples.Valid(), options), options));
    }

    [Theory]
    [InlineData("twin")]
    [InlineData(null)]
    [InlineData("a model of next year")]
    public void WhereTheModelDoesNotSayTheType_ItsNameStandsBeside_AndIsNoMember(string? model)
    {
        FirstTwin request = new() { Model = model, Prompt = "a", AdditionalProperties = new Dictionary<string, JsonElement> { ["n"] = JsonElement.Parse("1.50") } };

        string text = JsonSerializer.Serialize<TwinBase>(request);

        Assert.StartsWith("""{"$request":"Evolink.Tests.Sample.FirstTwin",""", text, StringComparison.Ordinal);
        FirstTwin again = Assert.IsType<FirstTwin>(JsonSerializer.Deserialize<GenerationRequest>(text));
        Assert.Equal(JsonSerializer.Serialize(request), JsonSerializer.Serialize(again));
    }

    [Theory]
    [InlineData("""{"$request":"Evolink.Tests.Sample.UnnamedSample"}""", "{}")]
    [InlineData("""{ "$request" : "Evolink.Tests.Sample.UnnamedSample" , "a":1}""", """{"a":1}""")]
    [InlineData("""{"a":[1,{"b":2}],"$request":"Evolink.Tests.Sample.UnnamedSample","c":{"$request":"inner"}}""", """{"a":[1,{"b":2}],"c":{"$request":"inner"}}""")]
    [InlineData("""{"a":1.00,"$request":"Evolink.Tests.Sample.UnnamedSample"}""", """{"a":1.00}""")]
    [InlineData("""{"\u0024request":"Evolink.Tests.Sample.UnnamedSample","b":"\u00e4"}""", """{"b":"\u00E4"}""")]
    [InlineData("""{"$request":"Gone.Since.Then","a":1}""", """{"a":1}""")]
    [InlineData("""{"$request":{"odd":[1]},"a":1}""", """{"a":1}""")]
    [InlineData("""{ /*,*/ "$request":"Evolink.Tests.Sample.UnnamedSample" /*,*/ , "a":1, /*,*/ "b":2, }""", """{"a":1,"b":2}""")]
    [InlineData("""{ "a":1 /*,*/ , /*,*/ "$request":"Evolink.Tests.Sample.UnnamedSample" /*,*/, "b":2 }""", """{"a":1,"b":2}""")]
    public void TheName_IsFoundWhereverAStorePutIt_AndTakenOut(string text, string sent)
    {
        UnnamedSample request = Assert.IsType<UnnamedSample>(JsonSerializer.Deserialize<GenerationRequest>(text, s_lenient));

        Assert.Equal(sent, JsonSerializer.Serialize(request));
    }

    [Theory]
    [InlineData("""{"model":"twin","prompt":"a"}""", typeof(FirstTwin))]
    [InlineData("""{"model":"twin","size":1}""", typeof(SecondTwin))]
    [InlineData("""{"model":"second"}""", typeof(SecondTwin))]
    [InlineData("""{"size":1,"model":"\u0074win"}""", typeof(SecondTwin))]
    [InlineData("""{"$request":"Evolink.Tests.Sample.SecondTwin","model":"twin","prompt":"a"}""", typeof(SecondTwin))]
    public void OfTwoTypesWithOneModel_TheNameDecides_ElseTheOnlyOneThatIsValid(string text, Type expected) =>
        Assert.IsType(expected, JsonSerializer.Deserialize<TwinBase>(text));

    [Theory]
    [InlineData("""{"model":"twin"}""", "A request of the model 'twin' may be each of Evolink.Tests.Sample.FirstTwin, Evolink.Tests.Sample.SecondTwin.")]
    [InlineData("""{"model":"twin","prompt":"a","size":1}""", "may be each of")]
    [InlineData("""{"model":"sample-model"}""", "A request of the model 'sample-model' is of no known TwinBase. Known models: second, twin.")]
    [InlineData("""{"prompt":"a"}""", "A request without a model is of no known TwinBase.")]
    [InlineData("""{"model":7}""", "A request without a model is of no known TwinBase.")]
    [InlineData("""{"$request":"Evolink.Tests.Sample.SampleRequest","model":"twin","size":1}""", "A Evolink.Tests.Sample.SampleRequest is no Evolink.Tests.Sample.TwinBase.")]
    [InlineData("[]", "Expected an object")]
    [InlineData("\"twin\"", "Expected an object")]
    [InlineData("""{"model":"\ud83d"}""", "is of no known TwinBase")]
    [InlineData("""{"\ud83d":1,"model":"twin"}""", "may be each of")]
    [InlineData("""{"$request":"\ud83d","model":"twin"}""", "not valid Unicode")]
    public void WhatCannotBeTold_IsAJsonExceptionThatSaysWhy(string text, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<TwinBase>(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void AKnownModelWithAnOddMember_SaysWhereItIs()
    {
        JsonException exception = Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize<GenerationRequest>("""{"model":"sample-model","image_urls":[1]}"""));

        Assert.Equal("$.image_urls[0]", exception.Path);
    }

    [Fact]
    public void TheUsersOptions_LayTheTextOutAndChangeNothingElse()
    {
        string text = JsonSerializer.Serialize<GenerationRequest>(new FirstTwin { Prompt = "a" }, s_indented);

        Assert.Equal(
            """
            {
              "$request": "Evolink.Tests.Sample.FirstTwin",
              "model": "twin",
              "prompt": "a"
            }
            """.ReplaceLineEndings(), text);
    }

    [Fact]
    public async Task AStream_IsReadInWhateverPiecesItComes()
    {
        using MemoryStream stream = new(JsonSerializer.SerializeToUtf8Bytes<GenerationRequest[]>([Samples.Valid(), new FirstTwin { Prompt = "b" }]));

        GenerationRequest[]? read = await JsonSerializer.DeserializeAsync<GenerationRequest[]>(
            stream, s_smallBuffers, TestContext.Current.CancellationToken);

        Assert.Equal([Samples.Valid(), new FirstTwin { Prompt = "b" }], read!);
    }

    [Fact]
    public void AModelNobodyKnows_NamesThoseThatAreNearest_AndNotAll()
    {
        string message = RequestNames.List(RequestNames.Nearest([.. Enumerable.Range(0, 300).Select(static i => $"model-{i:000}"), "kling-v3", "kling-v2"], "kling-v4"));

        Assert.StartsWith("kling-v2, kling-v3, model-000,", message, StringComparison.Ordinal);
        Assert.EndsWith("and 292 more", message, StringComparison.Ordinal);
        Assert.Equal(61, RequestNames.Shortened(new string('x', 1000)).Length);
    }
}

/// <summary>A user's own types around requests of which only the base is known.</summary>
internal sealed record Outbox(string Owner, GenerationRequest? Request, TwinBase Twin, IReadOnlyList<GenerationRequest?> Waiting)
{
    public Dictionary<string, GenerationRequest> ById { get; init; } = [];
}

[JsonSerializable(typeof(Outbox))]
[JsonSerializable(typeof(GenerationRequest))]
internal sealed partial class OutboxContext : JsonSerializerContext;
