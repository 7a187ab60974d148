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

    private static bool AreUnique<T>(params IReadOnlyList<T> items) => Passes((ref failures) => failures.UniqueItems(items, "", ""));
}
