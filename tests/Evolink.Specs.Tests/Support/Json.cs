using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

/// <summary>JSON as a user of the client reads and writes it: by JsonSerializer alone.</summary>
internal static class Json
{
    public static object Read(Type type, JsonElement json) => JsonSerializer.Deserialize(json.GetRawText(), type)!;

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

    public static JsonElement Write(object value) => JsonSerializer.SerializeToElement(value, value.GetType());

    public static JsonElement Element(JsonNode? node) => Element(node?.ToJsonString() ?? "null");

    public static JsonElement Element(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The same JSON, whatever the order of members and the spelling of numbers.</summary>
    public static void AssertSame(JsonElement expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(expected, actual), $"Expected {expected.GetRawText()}\nbut was  {actual.GetRawText()}");
}
