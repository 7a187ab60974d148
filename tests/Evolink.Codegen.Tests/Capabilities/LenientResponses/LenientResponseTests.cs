using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.LenientResponses;

/// <summary>A response's member that is not of its type stays unset and is kept as it came; all others are read. A request's is refused.</summary>
public sealed class LenientResponseTests
{
    private static readonly Lazy<Assembly> s_client = new(() => GeneratorHarness
        .Run(("demo.yaml", EmbeddedFiles.Text("Capabilities/LenientResponses/responses.yaml"))).AssertNoDiagnostics().Load());

    private static Type Thing => s_client.Value.GetType("Evolink.Thing")!;

    [Theory]
    [InlineData("text", "1", "true", "[]", "{}")]
    [InlineData("flag", "0", "1.5", "\"true\"", "[]", "{}")]
    [InlineData("count", "45.5", "\"45\"", "1e30", "true", "[]", "[1]", "{}", "\"2026-01-01T00:00:00Z\"", "\"\\ud83d\"")]
    [InlineData("ratio", "\"1\"", "1e999", "false", "[]", "{}")]
    [InlineData("price", "\"1\"", "1e999", "false", "[]", "{}")]
    [InlineData("link", "1", "true", "[\"https://example.com\"]", "{}")]
    [InlineData("at", "1756817821", "\"yesterday\"", "\"\"", "\"2026-13-40T00:00:00Z\"", "\"\\ud83d\"", "[]", "{}")]
    [InlineData("day", "20260101", "\"2026-02-30\"", "\"\"", "[]", "{}")]
    [InlineData("key", "1", "\"no uuid\"", "\"\"", "[]", "{}")]
    [InlineData("bytes", "1", "\"&&&\"", "[1,2]", "{}")]
    [InlineData("mode", "1", "true", "[]", "{}")]
    [InlineData("level", "1.5", "\"1\"", "[]", "{}")]
    [InlineData("part", "\"\"", "0", "false", "[]", "[{}]")]
    [InlineData("links", "\"https://example.com\"", "0", "false", "{}", "{\"0\":\"https://example.com\"}")]
    [InlineData("counts", "\"1\"", "0", "{}")]
    [InlineData("sizes", "\"1\"", "0", "{}")]
    [InlineData("by_name", "\"\"", "0", "[]", "[\"a\"]")]
    [InlineData("by_count", "\"\"", "0", "[]")]
    [InlineData("length", "1.5", "true", "[]", "{}")]
    [InlineData("either", "1", "true", "{}")]
    [InlineData("shape", "\"circle\"", "1", "[]")]
    [InlineData("source", "\"\"", "1", "[]")]
    public void WhatDoesNotFit_StaysUnset_AndIsKeptAsItCame_AndTheRestIsRead(string member, params string[] values) => Assert.All(values, value =>
    {
        string json = $$"""{"before":"b","{{member}}":{{value}},"unknown":[1],"after":"a"}""";

        object thing = Read(json, Thing);

        Assert.Equal(("b", "a"), (Get(thing, "before"), Get(thing, "after")));
        Assert.Null(Get(thing, member));
        AssertSame(value.Replace("\\ud83d", "\\ufffd", StringComparison.Ordinal), Kept(thing)[member].GetRawText());
        AssertSame(json.Replace("\\ud83d", "\\ufffd", StringComparison.Ordinal), Write(thing));
        Assert.Equal(Write(thing), Write(Read(Write(thing), Thing)));
    });

    [Theory]
    [InlineData("links", """["https://a.example/1",null,5,{},[],"https://a.example/2"]""", "https://a.example/1 https://a.example/2")]
    [InlineData("counts", """[1,null,"2",2.5,[3],3.0]""", "1 3")]
    [InlineData("gaps", """[1,null,"2",3]""", "1  3")]
    [InlineData("speeds", """["fast",null,1,"new"]""", "fast new")]
    [InlineData("counts", "[null]", "")]
    [InlineData("by_name", """{"a":"x","b":null,"c":5,"d":"y"}""", "a=x d=y")]
    [InlineData("by_count", """{"a":1,"b":null,"c":"5","d":2}""", "a=1 d=2")]
    public void AListOrMap_HasTheEntriesThatFit_AndIsWrittenAsItCame(string member, string value, string fitting)
    {
        string json = $$"""{"before":"b","{{member}}":{{value}},"after":"a"}""";

        object thing = Read(json, Thing);

        Assert.Equal(fitting, Show(Get(thing, member)));
        Assert.Equal("a", Get(thing, "after"));
        AssertSame(value, Kept(thing)[member].GetRawText());
        AssertSame(json, Write(thing));
    }

    [Fact]
    public void AListThatFits_IsNotKeptASecondTime()
    {
        const string Json = """{"before":"b","links":["https://a.example/1"],"gaps":[1,null],"sizes":[[1,2],[]],"either":["https://a.example/1"],"anything":[null]}""";
        object thing = Read(Json, Thing);
        Assert.Null(Get(thing, "AdditionalProperties"));
        AssertSame(Json, Write(thing));
    }

    [Fact]
    public void ListsOfLists_AndListsOfUnions_AreReadToTheLastEntry()
    {
        const string Json = """{"sizes":[[1,2],[3,null,"4"],null,5,[6]],"either":["https://a.example/1",null,7]}""";

        object thing = Read(Json, Thing);

        var sizes = (IEnumerable<IReadOnlyList<long>>)Get(thing, "sizes")!;
        Assert.Equal([[1, 2], [3], [6]], sizes);
        Assert.Equal("https://a.example/1", Show(Get(Get(thing, "either")!, "AsArray")));
        Assert.Equal(["either", "sizes"], Kept(thing).Keys.Order(StringComparer.Ordinal));
        AssertSame(Json, Write(thing));
    }

    [Fact]
    public void Leniency_IsAtTheDeepestMember_AndTheOuterObjectsKeepNothing()
    {
        const string Json = """{"part":{"name":"n","size":"x","inner":{"name":"i","size":1.5,"inner":[]}},"parts":[{"name":"p","size":[]},7,{"name":1,"size":2}]}""";

        object thing = Read(Json, Thing);

        object inner = Get(Get(thing, "part")!, "inner")!;
        Assert.Equal("i", Get(inner, "name"));
        Assert.Equal(["inner", "size"], Kept(inner).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["size"], Kept(Get(thing, "part")!).Keys);
        object[] parts = [.. ((IEnumerable)Get(thing, "parts")!).Cast<object>()];
        Assert.Equal(("p", 2L), (Get(parts[0], "name"), Get(parts[1], "size")));
        Assert.Equal(["parts"], Kept(thing).Keys);
        AssertSame(Json, Write(thing));
    }

    [Theory]
    [InlineData("""{"kind":"circle","radius":"wide"}""", "Circle")]
    [InlineData("""{"kind":5,"radius":1}""", "UnknownShape")]
    [InlineData("""{"kind":"\ud83d","radius":1}""", "UnknownShape")]
    [InlineData("""{"k\ud83d":1,"kind":"box","side":[]}""", "Box")]
    public void ACaseOfADiscriminator_IsFound_WhateverItsOtherMembersAre(string shape, string type)
    {
        object thing = Read($$"""{"shape":{{shape}},"after":"a"}""", Thing);
        Assert.Equal((type, "a"), (Get(thing, "shape")!.GetType().Name, Get(thing, "after")));
        AssertSame($$"""{"shape":{{shape.Replace("\\ud83d", "\\ufffd", StringComparison.Ordinal)}},"after":"a"}""", Write(thing));
    }

    [Theory]
    [InlineData("""{"text":"good","text":null}""", "good")]
    [InlineData("""{"text":"good","text":5}""", "good")]
    [InlineData("""{"text":5,"text":"good"}""", "good")]
    [InlineData("""{"text":"old","text":"good"}""", "good")]
    public void OfMembersOfOneName_TheLastThatFitsCounts_AndOneIsWritten(string json, string expected)
    {
        object thing = Read(json, Thing);
        Assert.Equal(expected, Get(thing, "text"));
        AssertSame($$"""{"text":"{{expected}}"}""", Write(thing));
    }

    [Fact]
    public void OfListsOfOneName_TheLastCounts_AndItsLeftOutEntriesAreKept()
    {
        object thing = Read("""{"counts":[1,null],"counts":[2]}""", Thing);
        Assert.Equal(("2", null), (Show(Get(thing, "counts")), Get(thing, "AdditionalProperties")));
        thing = Read("""{"counts":[1],"counts":[2,null]}""", Thing);
        AssertSame("""{"counts":[2,null]}""", Write(thing));
    }

    [Theory]
    [InlineData("\"text\":\"half \\ud83d emoji\"", "half \ufffd emoji")]
    [InlineData("\"text\":\"\\ude00\\ud83d\\\\ud83d \\ud83d\\ude00\"", "\ufffd\ufffd\\ud83d \U0001F600")]
    [InlineData("\"text\":\"byte ÿ\"", "byte \ufffd")]
    [InlineData("\"text\":\"ÿ \\n \\\"\"", "\ufffd \n \"")]
    public void TextThatIsNoUnicode_HasTheReplacementCharacter_AndIsWritten(string member, string expected)
    {
        object thing = Read(Bytes($$"""{{{member}},"after":"a"}"""), Thing);
        Assert.Equal((expected, "a"), (Get(thing, "text"), Get(thing, "after")));
        Assert.Equal(expected, (string?)JsonNode.Parse(Write(thing))!["text"]);
    }

    [Theory]
    [InlineData("\"unÿknown\":\"x\"", "un\ufffdknown", "x")]
    [InlineData("\"un\\ud83dknown\":\"x\"", "un\ufffdknown", "x")]
    [InlineData("\"unknown\":\"ÿ\"", "unknown", "\ufffd")]
    [InlineData("\"unknown\":\"\\uD83D\"", "unknown", "\ufffd")]
    [InlineData("\"count\":\"\\ud83d\"", "count", "\ufffd")]
    [InlineData("\"mode\":\"ÿ\"", "mode", "\ufffd")]
    public void KeptJsonThatIsNoUnicode_CanBeReadAndWritten(string member, string name, string value)
    {
        object thing = Read(Bytes($$"""{{{member}},"after":"a"}"""), Thing);
        Assert.Equal((value, "a"), (Kept(thing)[name].GetString(), Get(thing, "after")));
        Assert.Equal(value, (string?)JsonNode.Parse(Write(thing))![name]);
    }

    [Fact]
    public void WhereOtherMembersHaveAType_WhatDoesNotFitIsKeptApart()
    {
        const string Json = """{"name":[],"a":1,"b":"x","c":null,"d":2}""";
        object tally = Read(Json, s_client.Value.GetType("Evolink.Tally")!);
        Assert.Equal("a=1 d=2", Show(Get(tally, "AdditionalProperties")));
        Assert.Equal(["b", "c", "name"], ((IReadOnlyDictionary<string, JsonElement>)Get(tally, "UnreadProperties")!).Keys.Order(StringComparer.Ordinal));
        AssertSame(Json, Write(tally));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("{\"text\":")]
    [InlineData("{\"counts\":[1,tru]}")]
    [InlineData("{\"counts\":[1,2")]
    [InlineData("{\"part\":{\"name\":[}}")]
    public void AWholeValueOfAnotherKind_AndABrokenDocument_AreRefused(string json) =>
        Assert.ThrowsAny<JsonException>(() => Read(json, Thing));

    [Theory]
    [InlineData("""{"before":"b","count":45.5}""", "$.count")]
    [InlineData("""{"before":"b","count":1,"links":[null,5]}""", "$.links[1]")]
    [InlineData("""{"before":"b","count":1,"text":"\ud83d"}""", "$.text")]
    [InlineData("""{"before":"b","count":1,"shape":[]}""", "$.shape")]
    public void ARequestOfTheSameSchema_IsReadStrictly(string json, string path) =>
        Assert.Equal(path, Assert.ThrowsAny<JsonException>(() => Read(json, s_client.Value.GetType("Evolink.DemoThing") ?? s_client.Value.GetType("Evolink.DemoRequest")!)).Path);

    [Fact]
    public void ThousandsOfMembersAndEntriesThatDoNotFit_CostTimeInProportion()
    {
        string part = string.Concat(Enumerable.Repeat("{\"name\":1,\"inner\":", 20)) + "[]" + new string('}', 20);
        string json = $$"""{"parts":[{{string.Join(",", Enumerable.Repeat(part, 500))}}],"counts":[{{string.Join(",", Enumerable.Repeat("\"x\"", 5000))}}],"after":"a"}""";

        object thing = Read(json, Thing);

        Assert.Equal(500, ((ICollection)Get(thing, "parts")!).Count);
        Assert.Equal("a", Get(thing, "after"));
        AssertSame(json, Write(thing));
    }

    // One byte a character, so that ÿ is a byte that is no UTF-8.
    private static byte[] Bytes(string json) => Encoding.Latin1.GetBytes(json);

    private static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type)!;

    private static object Read(byte[] json, Type type) => JsonSerializer.Deserialize(json, type)!;

    private static string Write(object value) => JsonSerializer.Serialize(value, value.GetType());

    private static object? Get(object owner, string member) => owner.GetType().GetProperties()
        .Single(property => property.Name.Equals(member.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)).GetValue(owner);

    private static IReadOnlyDictionary<string, JsonElement> Kept(object owner) => (IReadOnlyDictionary<string, JsonElement>)Get(owner, "AdditionalProperties")!;

    private static string Show(object? items) => items switch
    {
        IReadOnlyDictionary<string, string> texts => string.Join(" ", texts.Select(entry => $"{entry.Key}={entry.Value}")),
        IReadOnlyDictionary<string, long> numbers => string.Join(" ", numbers.Select(entry => $"{entry.Key}={entry.Value}")),
        _ => string.Join(" ", ((IEnumerable)items!).Cast<object?>()),
    };

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{expected}\n{actual}");
}
