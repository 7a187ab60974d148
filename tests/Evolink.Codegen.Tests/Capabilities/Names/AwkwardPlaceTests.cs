using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Names;

/// <summary>Names that collide with what the emitted code makes of others, in places that have names of their own.</summary>
public sealed class AwkwardPlaceTests
{
    private static Consumer Own => Consumer.OfFile("Names/awkward-names.yaml", """
        public static Task Path(EvolinkClient client) => client.U.PutUAsync("1", path2: "2", path3: "3", path4: "4", path5: "5");
        public static async Task<string?> Variant(EvolinkClient client) { U u = await client.U.PutUAsync("1", "text"); return u.AsString ?? u.AsString_?.A ?? u.AsValue_?.E; }
        public static async Task<string> Case(EvolinkClient client) => (await client.H.PutHAsync(new HJsonConverterInput { HJsonConverter = "v" })).GetType().Name;
        """);

    [Fact]
    public async Task OneNameInEveryPlace_IsOneParameterInEach()
    {
        Sent sent = await Own.SendAsync("Path", static () => Consumer.Json("\"\""));
        Assert.Equal(("https://x.example.com/y/v1/u/1?path=2&Path=5", "3", "path=4"), (sent.Uri.AbsoluteUri, sent.Header("path"), sent.Header("Cookie")));
    }

    [Theory]
    [InlineData("\"s\"", "s")]
    [InlineData("""{"a":"o"}""", "o")]
    [InlineData("""{"e":"v"}""", "v")]
    public async Task SchemasCalledLikeKinds_AreVariantsBesideThem(string json, string expected)
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Variant", () => Consumer.Json(json));
        Assert.Equal((expected, "\"text\""), (result, Assert.Single(sent).Body));
    }

    [Fact]
    public async Task ADiscriminatorOfAnyNameAndValue_IsWrittenAndRead()
    {
        (object? type, IReadOnlyList<Sent> sent) = await Own.RunAsync("Case", static () => Consumer.Json("""{"class \"x\" \\ {0}":""}"""));
        Assert.Equal("Equals_", type);
        using var body = System.Text.Json.JsonDocument.Parse(Assert.Single(sent).Body!);
        Assert.Equal("a\nb", body.RootElement.GetProperty("class \"x\" \\ {0}").GetString());
    }
}
