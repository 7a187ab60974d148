using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Simulation.Validation;

namespace Evolink.Tests;

public sealed class UniqueItemsTests
{
    [Theory]
    [InlineData("[1, 1.0]", 1, 0)]
    [InlineData("[100, 1e2]", 1, 0)]
    [InlineData("[0, -0.0]", 1, 0)]
    [InlineData("""["a", "\u0061"]""", 1, 0)]
    [InlineData("""[{"a": 1, "b": [2]}, 3, {"b": [2.0], "a": 1}]""", 2, 0)]
    [InlineData("[null, true, null, true]", 2, 0)]
    [InlineData("[[1, 2], [2, 1], [1, 2]]", 2, 0)]
    [InlineData("[1, 2, 3, 2, 3]", 3, 1)]
    public void AnItemThatIsThereBefore_IsFound_HoweverItIsWritten(string array, int index, int sameAs) =>
        Assert.Equal((index, sameAs), ArrayKeywords.FindRepeated(JsonElement.Parse(array), JsonValueComparer.Instance));

    [Theory]
    [InlineData("""[1, "1", true, null, [1], {"a": 1}]""")]
    [InlineData("""[9007199254740992, 9007199254740993, 0.1, 0.10000000000000001]""")]
    [InlineData("""[[1, 2], [2, 1], {"a": 1}, {"a": 2}, {"b": 1}, {"a": 1, "b": 1}, [], {}]""")]
    public void DifferentItems_Differ(string array) => Assert.Null(ArrayKeywords.FindRepeated(JsonElement.Parse(array), JsonValueComparer.Instance));

    // A body of 10 MiB holds millions of items: compared with each other, they would hold the simulator up for hours.
    [Fact]
    public void ALongList_IsHashedOnceAnItem_AndHardlyEverCompared()
    {
        const int Count = 20_000;
        JsonArray items = [.. Enumerable.Range(0, Count).Select(number => (JsonNode)new JsonObject { ["id"] = number })];
        CountingComparer comparer = new();

        Assert.Null(ArrayKeywords.FindRepeated(JsonSerializer.SerializeToElement(items), comparer));
        Assert.Equal(Count, comparer.Hashes);
        Assert.InRange(comparer.Comparisons, 0, Count / 100);
    }

    private sealed class CountingComparer : IEqualityComparer<JsonElement>
    {
        public int Hashes { get; private set; }

        public int Comparisons { get; private set; }

        public bool Equals(JsonElement x, JsonElement y)
        {
            Comparisons++;
            return JsonValueComparer.Instance.Equals(x, y);
        }

        public int GetHashCode(JsonElement value)
        {
            Hashes++;
            return JsonValueComparer.Instance.GetHashCode(value);
        }
    }
}
