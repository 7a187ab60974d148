using System.Net;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Discriminator;

/// <summary>A case that several values stand for has the first from the start, may have any of them, and is read by any of them.</summary>
public sealed class SeveralValueTests
{
    private static Consumer Own => Consumer.OfFile("Discriminator/several-values.yaml", """
        public static async Task<string?> First(EvolinkClient client) => Describe(await client.Tools.AddToolAsync(new WebInput { Depth = 1 }));
        public static async Task<string?> Second(EvolinkClient client) => Describe(await client.Tools.AddToolAsync(new WebInput { Type = "web_search_2025_08_26" }));
        public static Task Foreign(EvolinkClient client) => client.Tools.AddToolAsync(new WebInput { Type = "function" });
        public static Task Dot(EvolinkClient client) => client.Marks.AddMarkAsync(new Dot { Size = 1 });
        public static Task Point(EvolinkClient client) => client.Marks.AddMarkAsync(new Dot { Form = "point" });
        public static Task NoDot(EvolinkClient client) => client.Marks.AddMarkAsync(new Dot { Form = "line" });

        private static string? Describe(Tool tool) => tool switch { Web web => $"web {web.Type}", Fn fn => fn.Name, _ => tool.GetType().Name };
        """);

    [Theory]
    [InlineData("First", """{"type":"web_search","depth":1}""")]
    [InlineData("Second", """{"type":"web_search_2025_08_26"}""")]
    public async Task AnyOfItsOwnValues_IsSent_AndRead(string method, string body)
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync(method, () => Consumer.Json(body));

        string text = Assert.Single(sent).Body!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(text)), text);
        Assert.Equal($"web {JsonNode.Parse(body)!["type"]}", result);
    }

    [Theory]
    [InlineData("Dot", """{"form":"dot","size":1}""")]
    [InlineData("Point", """{"form":"point"}""")]
    public async Task AnyOfTheMappedValues_IsSent(string method, string body) =>
        Assert.Equal(body, (await Own.SendAsync(method, static () => new HttpResponseMessage(HttpStatusCode.NoContent))).Body);

    [Theory]
    [InlineData("Foreign", "type: must be one of web_search, web_search_2025_08_26, not 'function'.")]
    [InlineData("NoDot", "form: must be one of dot, point, not 'line'.")]
    public async Task AnotherCasesValue_IsNotSent(string method, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method))).Message, StringComparison.Ordinal);
}
