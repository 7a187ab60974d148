using System.Diagnostics;
using System.Text.Json;
using Evolink.Tests.Sample;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class UniqueItemsTests
{
    [Fact]
    public void Scalars_AreComparedByValue()
    {
        Assert.False(AreUnique("a", "b", "a"));
        Assert.True(AreUnique("a", "A"));
        Assert.False(AreUnique<string?>(null, null));
        Assert.False(AreUnique(1.0, 1d));
        Assert.False(AreUnique<SampleQuality>("720p", "720p"));
        Assert.True(AreUnique<SampleQuality>("720p", "720P"));
    }

    [Fact]
    public void Uris_AreComparedAsTheyAreSent()
    {
        Assert.True(AreUnique<Uri>(new("https://a.example/#1"), new("https://a.example/#2")));
        Assert.True(AreUnique<Uri>(new("https://a.example"), new("HTTPS://A.example/")));
        Assert.False(AreUnique<Uri>(new("https://a.example"), new("https://a.example")));
    }

    [Fact]
    public void Models_AreComparedByTheirJson()
    {
        static SampleModelParams Params(string orientation, string id) => new() { Orientation = orientation, ElementList = [new() { ElementId = id }] };

        Assert.False(AreUnique(Params("720p", "1"), Params("720p", "1")));
        Assert.True(AreUnique(Params("720p", "1"), Params("720p", "2")));
    }

    [Fact]
    public void Unions_AreComparedByTheirJson()
    {
        Assert.False(AreUnique<SampleLength>(1, 1));
        Assert.True(AreUnique<SampleLength>(1, "1"));
    }

    [Fact]
    public void AnyJson_IsComparedAsJsonSchemaDoes()
    {
        Assert.False(AreUnique(JsonElement.Parse("""{"a":1,"b":[2]}"""), JsonElement.Parse("""{"b":[2.0],"a":1e0}""")));
        Assert.True(AreUnique(JsonElement.Parse("1"), JsonElement.Parse("true")));
    }

    [Fact]
    public void ListsAndBytes_AreComparedByTheirItems()
    {
        Assert.False(AreUnique<IReadOnlyList<int>>([1, 2], [1, 2]));
        Assert.True(AreUnique<IReadOnlyList<int>>([1, 2], [1]));
        Assert.True(AreUnique<IReadOnlyList<int>>([1, 2], [2, 1]));
        Assert.False(AreUnique<byte[]>([1], [1]));
    }

    // 100,000 items compared each with each take minutes.
    [Theory]
    [MemberData(nameof(ManyItems))]
    public void ManyItems_AreNotComparedEachWithEach(string kind)
    {
        Stopwatch watch = Stopwatch.StartNew();
        bool? found = kind switch
        {
            "text" => AreUnique([.. Enumerable.Range(0, Many).Select(i => $"item {i}")]),
            "long" => AreUnique([.. Enumerable.Range(0, Many).Select(i => ((long)i << 32) | (uint)i)]),
            "ulong" => AreUnique([.. Enumerable.Range(0, Many).Select(i => ((ulong)i << 32) | (uint)i)]),
            "decimal" => AreUnique([.. Enumerable.Range(1, Many).Select(i => new decimal(i, i, 0, isNegative: false, scale: 0))]),
            "duration" => AreUnique([.. Enumerable.Range(0, Many).Select(i => new TimeSpan(((long)i << 32) | (uint)i))]),
            "numeric enum" => AreUnique([.. Enumerable.Range(0, Many).Select(i => new Seed(((long)i << 32) | (uint)i))]),
            "double" => AreUnique([.. Enumerable.Range(0, Many).Select(i => i / 8d)]),
            "nullable" => AreUnique<int?>([null, .. Enumerable.Range(0, Many).Select(i => (int?)i)]),
            "guid" => AreUnique([.. Enumerable.Range(0, Many).Select(i => new Guid(i, 0, 0, [0, 0, 0, 0, (byte)i, (byte)(i >> 8), (byte)(i >> 16), 0]))]),
            "uri" => AreUnique([.. Enumerable.Range(0, Many).Select(i => new Uri($"https://a.example/#{i}"))]),
            "model" => AreUnique([.. Enumerable.Range(0, Many / 10).Select(i => new SampleElement { ElementId = $"{i}" })]),
            "unwritable" => AreUnique([.. Enumerable.Range(0, Many / 10).Select(_ => new SampleElement { ElementId = "\ud800" })]),
            "union" => AreUnique([.. Enumerable.Range(0, Many / 10).Select(i => (SampleLength)i)]),
            "list" => AreUnique([.. Enumerable.Range(0, Many).Select(i => (IReadOnlyList<int>)[i, 1])]),
            "bytes" => AreUnique([.. Enumerable.Range(0, Many).Select(BitConverter.GetBytes)]),
            "json numbers" => AreUnique([.. JsonElement.Parse($"[{string.Join(',', Enumerable.Range(0, Many))}]").EnumerateArray()]),
            "json texts" => AreUnique([.. JsonElement.Parse($"[{string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"\\u0041{i}\""))}]").EnumerateArray()]),
            "json objects" => AreUnique([.. JsonElement.Parse($"[{string.Join(',', Enumerable.Range(0, Many).Select(i => $$"""{"a":[{{i}},null],"b":true}"""))}]").EnumerateArray()]),
            "json half pairs" => AreUnique([.. JsonElement.Parse($"[{string.Join(',', Enumerable.Repeat("\"\\ud800\"", Many / 10))}]").EnumerateArray()]),
            "json deep down" => AreUnique([.. Enumerable.Range(0, Many / 10).Select(i => Deep($$"""{"a":{{i}}}"""))]),
            _ => null,
        };

        Assert.True(found);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    public static TheoryData<string> ManyItems =>
        ["text", "long", "ulong", "decimal", "duration", "numeric enum", "double", "nullable", "guid", "uri", "model", "unwritable", "union", "list", "bytes", "json numbers", "json texts", "json objects", "json half pairs", "json deep down"];

    private const int Many = 100_000;

    // One pair among many, which no two spellings may hide.
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("100", "1E+2")]
    [InlineData("0.001", "1e-3")]
    [InlineData("0.0010", "10e-4")]
    [InlineData("-0", "0")]
    [InlineData("0.0", "0e5")]
    [InlineData("10203", "1.0203e4")]
    [InlineData("12345678901234567890123456789012345678901234567890", "1234567890123456789012345678901234567890123456789e1")]
    [InlineData("\"A\"", "\"\\u0041\"")]
    [InlineData("\"😀\"", "\"\\ud83d\\ude00\"")]
    [InlineData("""{"x":1,"y":[2]}""", """{"y":[2.0],"\u0078":1e0}""")]
    [InlineData("[]", "[ ]")]
    [InlineData("null", "null")]
    [InlineData("false", "false")]
    public void EqualJson_IsFoundAmongMany(string one, string other)
    {
        JsonElement[] items = [.. JsonElement.Parse($"[{one},{string.Join(',', Enumerable.Range(1000, 100).Select(i => $"[{i}]"))},{other}]").EnumerateArray()];

        Assert.Equal("items must differ, but [0] and [101] are equal.", Fails((ref context) => context.UniqueItems(items, "", ""))[3..]);
    }

    [Fact]
    public void EqualJson_IsFoundAmongMany_DeepDownAsWell()
    {
        JsonElement[] items = [Deep("""{"x":"A","y":[2]}"""), .. Enumerable.Range(0, 100).Select(i => Deep($"[{i}]")), Deep("""{"y":[2.0],"\u0078":"\u0041"}""")];

        Assert.Equal("items must differ, but [0] and [101] are equal.", Fails((ref context) => context.UniqueItems(items, "", ""))[3..]);
    }

    [Fact]
    public void EqualValues_AreFoundAmongMany()
    {
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => (double)i), 0.0, -0.0]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => (decimal)i), 1.00m]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => i / 10m), 0.100m]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => (decimal)i), 0m, -0.00m]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => (ulong)i), 7ul]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => new Seed(i)), new Seed(7)]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => new Seed(i)), default, default]));
        Assert.False(AreUnique<int?>([.. Enumerable.Range(1, 100), null, null]));
        Assert.False(AreUnique<SampleQuality>([.. Enumerable.Range(1, 100).Select(i => (SampleQuality)$"{i}"), "7"]));
        Assert.False(AreUnique<SampleLength>([.. Enumerable.Range(1, 100).Select(i => (SampleLength)i), 7]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => new SampleElement { ElementId = $"{i}" }), new SampleElement { ElementId = "7" }]));
        Assert.False(AreUnique<IReadOnlyList<string>>([.. Enumerable.Range(1, 100).Select(i => new List<string> { $"{i}" }), ["7"]]));
        Assert.False(AreUnique([.. Enumerable.Range(1, 100).Select(i => new Uri($"https://a.example/{i}")), new("https://a.example/7")]));
    }

    private static JsonElement Deep(string json)
    {
        using JsonDocument document = JsonDocument.Parse(new string('[', 70) + json + new string(']', 70), new JsonDocumentOptions { MaxDepth = 100 });
        return document.RootElement.Clone();
    }

    // What the generator emits for an enum of numbers.
    private readonly record struct Seed(long? Value) : IJsonModel
    {
        public override string ToString() => Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

        void IJsonModel.WriteTo(Utf8JsonWriter writer) => writer.WriteNumberValue(Value.GetValueOrDefault());
    }

    private static bool AreUnique<T>(params IReadOnlyList<T> items) => Passes((ref context) => context.UniqueItems(items, "", ""));
}
