using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Hierarchies;

/// <summary>What refers to objects that a discriminator tells apart, and says something more, does not lose them.</summary>
public sealed class HeldTests
{
    private static Consumer Own => Consumer.OfFile("Hierarchies/held.yaml", """
        public static async Task<string> Nullable(EvolinkClient client)
        {
            Home home = await client.Homes.PutHomeAsync(new() { Pet = new DemoDog { Bark = "b" }, Car = new DemoVan { Load = 3 } });
            return $"{(home.Pet as Cat)?.Lives} {(home.Car as Van)?.Load} {home.Car is Bike}";
        }

        public static Task Tagged(EvolinkClient client) => client.Homes.PutHomeAsync(new() { Tagged = new() { Tag = "t", Kind = "cat", Lives = 9 } });
        public static Task Mixed(EvolinkClient client) => client.Homes.PutHomeAsync(new() { Tagged = new() { Tag = "t", Kind = "cat" } });
        public static Task Limited(EvolinkClient client) => client.Homes.PutHomeAsync(new() { Limited = new DemoCat { Lives = 9 } });
        """);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Fact]
    public async Task ANullableReference_AsOpenApi30WritesIt_IsTheHierarchyItself()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Nullable", static () => Consumer.Json("""{"pet":{"kind":"cat","lives":9},"car":{"sort":"Bike"}}"""));

        Assert.Equal("9  True", result);
        AssertSent("""{"pet":{"kind":"dog","bark":"b"},"car":{"sort":"Van","load":3}}""", Assert.Single(sent));
    }

    [Theory]
    [InlineData("Tagged", """{"tagged":{"tag":"t","kind":"cat","lives":9}}""")]
    [InlineData("Limited", """{"limited":{"kind":"cat","lives":9}}""")]
    public async Task AChoiceWithMore_HasTheMembersOfItsVariants(string method, string body) => AssertSent(body, await Own.SendAsync(method, static () => Consumer.Json("{}")));

    [Fact]
    public async Task AChoiceWithMore_IsChecked() => Assert.Contains(
        "tagged", (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync("Mixed"))).Message, StringComparison.Ordinal);

    private static void AssertSent(string body, Sent sent) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body!)), sent.Body);
}
