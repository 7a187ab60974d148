using System.Text;
using System.Text.Json;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Json;

public class ModelContentTests
{
    [Fact]
    public void TwoRequestsWithTheSameContent_AreEqual_ListsMapsAndNestedObjectsIncluded()
    {
        SampleRequest one = Samples.Valid(), other = Samples.Valid();

        AssertEqual(one, other);
        Assert.Single(new HashSet<GenerationRequest> { one, other });
        AssertEqual(one.ModelParams, other.ModelParams);
    }

    public static TheoryData<string, string> Equal => new()
    {
        { """{"map":{"a":1,"b":2}}""", """{"map":{"b":2,"a":1}}""" },
        { """{"x":1,"y":[]}""", """{"y":[],"x":1}""" },
        { """{"x":1.0}""", """{"x":1}""" },
        { """{"x":100}""", """{"x":1e2}""" },
        { """{"x":1e400}""", """{"x":10e399}""" },
        { """{"x":"\u00e4/"}""", """{"x":"ä\/"}""" },
        { """{"x":{"y":[{"z":1,"a":null}]}}""", """{"x":{"y":[{"a":null,"z":1.00}]}}""" },
    };

    public static TheoryData<string, string> Different => new()
    {
        { """{"x":[1,2]}""", """{"x":[2,1]}""" },
        { """{"x":null}""", "{}" },
        { """{"x":1}""", """{"x":"1"}""" },
        { """{"x":1}""", """{"X":1}""" },
        { """{"x":9007199254740993}""", """{"x":9007199254740992}""" },
        { """{"x":[]}""", """{"x":{}}""" },
        { """{"x":[]}""", """{"x":[[]]}""" },
    };

    [Theory]
    [MemberData(nameof(Equal))]
    public void JsonOfTheSameMeaning_IsTheSameContent(string left, string right) => AssertEqual(Unnamed(left), Unnamed(right));

    [Theory]
    [MemberData(nameof(Different))]
    public void JsonOfAnotherMeaning_IsNot(string left, string right) => Assert.NotEqual(Unnamed(left), Unnamed(right));

    [Fact]
    public void WhatIsSentOtherwise_IsDifferent()
    {
        SampleRequest request = Samples.Valid();

        Assert.NotEqual(request, request with { ImageUrls = [.. request.ImageUrls.Reverse()] });
        Assert.NotEqual(request, request with { ImageUrls = [new("https://example.com/a.png#x"), request.ImageUrls[1]] });
        Assert.NotEqual(request, request with { ImageUrls = [new("https://EXAMPLE.com/a.png"), request.ImageUrls[1]] });
        Assert.NotEqual(request, request with { Prompt = request.Prompt!.ToUpperInvariant() });
        Assert.NotEqual(request, request with { VoiceBindings = null });
        Assert.NotEqual<GenerationRequest>(request, new FirstTwin());
        Assert.False(request.Equals(null));
    }

    [Fact]
    public void WhatIsSentAlike_IsEqual()
    {
        SampleRequest request = Samples.Valid() with { Price = 1.50m, Length = "auto" };

        AssertEqual(request, request with { Price = 1.5m });
        AssertEqual(request with { Quality = null }, request with { Quality = default(SampleQuality) });
        AssertEqual(request, request with { Counts = new Queue<int>([2, 4, 6]).ToArray() });
        AssertEqual(request, request with { AdditionalProperties = new Dictionary<string, JsonElement>() });
    }

    [Fact]
    public void WhatNoJsonHolds_IsEqualToItself_AndThrowsNothing()
    {
        using JsonDocument document = JsonDocument.Parse("1");
        UnnamedSample disposed = new() { Members = new Dictionary<string, JsonElement> { ["a"] = document.RootElement } };
        document.Dispose();
        foreach (GenerationRequest request in new GenerationRequest[] { new SecondTwin { Size = double.NaN }, disposed, Cyclic(new Ring()) })
        {
            GenerationRequest copy = request with { };
            AssertEqual(request, request);
            Assert.NotEqual(request, copy);
            Assert.Equal(request.GetHashCode(), copy.GetHashCode());
            Assert.Contains("…", request.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ARequest_PrintsWhatIsInItsListsAndObjects()
    {
        SampleRequest request = new()
        {
            ImageUrls = [new("https://example.com/a.png")],
            Prompt = "\"跳\" & 💃\n",
            Seed = 7,
            KeepSound = false,
            Counts = [],
            ModelParams = new() { Orientation = "1080p", ElementList = [new() { ElementId = "1" }, new() { ElementId = "2" }] },
        };

        Assert.Equal(
            """SampleRequest { "model": "sample-model", "image_urls": ["https://example.com/a.png"], "prompt": "\"跳\" & 💃\n", "seed": 7, "keep_sound": false, "counts": [], "model_params": {"orientation": "1080p", "element_list": [{"element_id": "1"}, {"element_id": "2"}]} }""",
            request.ToString());
        Assert.Equal("UnnamedSample { }", new UnnamedSample().ToString());
    }

    [Fact]
    public void WhatIsPrinted_IsBounded_AndNoCharacterIsCutInHalf()
    {
        string text = (Samples.Valid() with { Prompt = new string('a', 299) + "💃" + new string('b', 1000), Counts = [.. Enumerable.Range(0, 100_000)] }).ToString();

        Assert.Contains(new string('a', 299) + "…\"", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 4000, 4500);
        Assert.EndsWith("… }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AListAsAText_IsItsJson()
    {
        Assert.Equal("""{"a": [1, "b"]}""", ModelContent.TextOf(Unnamed("""{"a":[1,"b"]}""")));
        Assert.Equal("auto", new SampleLength("auto").Text);
        Assert.Equal("5", ModelContent.TextOf(new SampleLength(5)));
        Assert.Equal("", ModelContent.TextOf(default(SampleLength)));
    }

    private static UnnamedSample Unnamed(string json) => (UnnamedSample)JsonSerializer.Deserialize<GenerationRequest>(json)!;

    private static Ring Cyclic(Ring ring)
    {
        ring.Next.Add(ring);
        return ring;
    }

    private static void AssertEqual<T>(T left, T right)
    {
        Assert.True(EqualityComparer<T>.Default.Equals(left, right));
        Assert.True(EqualityComparer<T>.Default.Equals(right, left));
        Assert.Equal(left!.GetHashCode(), right!.GetHashCode());
    }
}

/// <summary>A request that can be made to hold itself.</summary>
internal sealed record Ring : GenerationRequest
{
    public List<Ring> Next { get; init; } = [];

    protected internal override ApiOperation Operation => throw new NotSupportedException();

    public bool Equals(Ring? other) => ModelContent.AreEqual(this, other);

    public override int GetHashCode() => ModelContent.HashOf(this);

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWrite.List(writer, "next"u8, Next, JsonWrite.Model);
        writer.WriteEndObject();
    }

    public override void Validate(ref SchemaValidationContext context)
    {
        // It has no rules.
    }

    protected override bool PrintMembers(StringBuilder builder) => ModelContent.Print(builder, this);
}
