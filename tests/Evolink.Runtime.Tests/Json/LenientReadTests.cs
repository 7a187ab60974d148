using System.Text;
using System.Text.Json;
using Evolink.Tests.Support;

namespace Evolink.Tests.Json;

/// <summary>What responses are read with: no text throws, and of lists and maps the entries that fit are there.</summary>
public sealed class LenientReadTests
{
    private static readonly JsonSerializerOptions s_smallBlocks = new() { DefaultBufferSize = 1, TypeInfoResolver = new JsonModelResolver().Add<TestTask>() };

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\\ud83d\\ude00\"", "\U0001F600")]
    [InlineData("\"\\ud83d\"", "\ufffd")]
    [InlineData("\"\\uDE00 \\uD83D\"", "\ufffd \ufffd")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\ufffd\U0001F600")]
    [InlineData("\"\\ud83d\\\\ude00\"", "\ufffd\\ude00")]
    [InlineData("\"\\\\ud83d\"", "\\ud83d")]
    [InlineData("\"ud83d \\u0041 \\ud83d\\n\"", "ud83d A \ufffd\n")]
    public void HalfOfASurrogatePair_IsTheReplacementCharacter(string json, string expected)
    {
        Assert.Equal(expected, Reading.Read(json, LenientRead.String));
        Assert.Equal(expected, Reading.ReadSegmented(json, LenientRead.String));
        Assert.Equal(expected, Reading.Read(json, LenientRead.Text));
        Assert.Equal(expected, Reading.Read(json, LenientRead.AnyElement).GetString());
        Assert.Equal(expected, Reading.ReadSegmented($"[{json}]", LenientRead.AnyElement)[0].GetString());
        Assert.Equal(expected, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(Reading.Read(json, LenientRead.AnyElement))));
    }

    [Theory]
    [InlineData("\"https://a.test/\\ud83d.mp4\"")]
    [InlineData("\"https://\\ud83d\"")]
    [InlineData("\"\\ud83d\"")]
    public void AUri_OfAnyText_IsRead(string json) => Assert.NotNull(Reading.Read(json, LenientRead.Uri));

    [Fact]
    public void AUri_OfAnyLength_IsRead() => Assert.NotNull(Reading.Read($"\"data:image/png;base64,{new string('A', 200_000)}\"", LenientRead.Uri));

    [Fact]
    public void Containers_HaveTheEntriesThatFit()
    {
        Assert.Equal(["a", "b"], Reading.ReadSegmented("""["a",null,{"x":[1]},"b"]""", Texts));
        Assert.Equal([1L, null], Reading.Read("""[1,null,"2"]""", static (ref Utf8JsonReader reader) => LenientRead.NullableList<long?>(ref reader, JsonRead.Int64)));
        Assert.Equal(["a"], Reading.Read("""{"a":"x","b":[],"a":null}""", static (ref Utf8JsonReader reader) => LenientRead.Map<string>(ref reader, LenientRead.String))!.Keys);
        Assert.Null(Reading.Read("null", Texts));
        Reading.Fails("{}", Texts);
        Reading.Fails("""["a",tru]""", Texts);
    }

    [Fact]
    public async Task AStreamOfSmallBlocks_IsReadAsAWhole()
    {
        string json = $$"""{"id":["{{new string('x', 5000)}}"],"more":"\ud83d","status":7,"progress":"{{new string('y', 5000)}}"}""";
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));

        TestTask? task = await JsonSerializer.DeserializeAsync<TestTask>(stream, s_smallBlocks, TestContext.Current.CancellationToken);

        Assert.Equal((null, default, null), (task!.Id, task.Status, task.Progress));
    }

    [Fact]
    public void OfOneName_NoNullAndNothingThatDoesNotFit_ReplacesAGoodValue()
    {
        TestTask task = Reading.Read("""{"id":"good","id":null,"id":{"a":["b"]},"progress":5,"progress":"x","progress":7}""", JsonRead.Model<TestTask>)!;
        Assert.Equal(("good", 7d), (task.Id, task.Progress));
    }

    [Fact]
    public void ADiscriminatorThatIsNoUnicode_IsNoKnownOne()
    {
        Utf8JsonReader reader = new("""{"k\ud83d":1,"type":"\ud83d"}"""u8);
        reader.Read();
        Assert.Equal("\ufffd", JsonRead.Peek(reader, "type"u8));
        Assert.False(JsonRead.Has(reader, "kind"u8));
    }

    private static IReadOnlyList<string>? Texts(ref Utf8JsonReader reader) => LenientRead.List<string>(ref reader, LenientRead.String);
}
