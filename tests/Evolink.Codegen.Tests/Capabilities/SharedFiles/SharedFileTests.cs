using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Capabilities.SharedFiles;

/// <summary>References to other specifications of the project are followed, and nothing else is read.</summary>
public sealed class SharedFileTests
{
    private static readonly Consumer s_own = Consumer.Create(
        PartedSpec.Find("orders").Generate().AssertNoDiagnostics(),
        """
        public static async Task<string> Put(EvolinkClient client)
        {
            var order = await client.Orders.PutOrderAsync(new OrdersRequest { Amount = new() { Cents = 7 }, Delivery = new OrdersByPost { Street = "Ring" } });
            return $"{order.Amount!.Cents} {order.Delivery!.GetType().Name} {order.Parent!.Amount!.Cents}";
        }

        public static async Task<string> Get(EvolinkClient client) => (await client.Orders.GetOrderAsync("o 1")).Amount!.Cents.ToString()!;

        public static async Task TooMuch(EvolinkClient client) => await client.Orders.PutOrderAsync(new OrdersRequest { Amount = new() { Cents = 901 }, Delivery = new OrdersByHand() });
        """);

    private static HttpResponseMessage Answer() => Consumer.Json("""{"amount": {"cents": 8}, "delivery": {"by": "hand"}, "parent": {"amount": {"cents": 9}}}""");

    [Fact]
    public async Task WhatOtherFilesDescribe_IsSentAndRead()
    {
        (object? result, IReadOnlyList<Sent> sent) = await s_own.RunAsync("Put", Answer);

        Assert.Equal("8 ByHand 9", result);
        Sent only = Assert.Single(sent);
        Assert.Equal("""{"amount":{"cents":7},"delivery":{"by":"post","street":"Ring"}}""", only.Body);
    }

    [Fact]
    public async Task AParameterAndAResponse_AreFollowedToo()
    {
        (object? result, IReadOnlyList<Sent> sent) = await s_own.RunAsync("Get", Answer);

        Assert.Equal("8", result);
        Assert.EndsWith("/v1/orders/o%201", Assert.Single(sent).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALimitOfAnotherFile_IsChecked() =>
        Assert.Contains("900", (await Assert.ThrowsAnyAsync<Exception>(() => s_own.RunAsync("TooMuch", Answer))).Message, StringComparison.Ordinal);

    [Fact]
    public void DocumentsInParts_Compile() => Assert.All(PartedSpec.All, parts => parts.Generate().AssertNoDiagnostics().AssertCompiles());

    [Fact]
    public void ASpecification_MayReferToAnother_AndAResponseOfBothIsOneType()
    {
        Generation generation = GeneratorHarness.Run(
            ("specs/a.yaml", Get("a", "{$ref: 'b.yaml#/components/schemas/Page'}")),
            ("specs/b.yaml", Get("b", "{$ref: '#/components/schemas/Page'}", "Page: {type: object, properties: {next: {$ref: '#/components/schemas/Page'}, owner: {$ref: 'a.yaml#/components/schemas/Owner'}}}")),
            ("specs/c.yaml", "openapi: 3.1.0\npaths: {}\n")).AssertNoException();

        Assert.DoesNotContain("Page2.g.cs", generation.Files.Keys);
        Assert.Equal(["EVO1005 specs/b.yaml", "EVO1073 specs/c.yaml"], Found(generation));
        generation.AssertCompiles();
    }

    [Fact]
    public void ANameOfTheDocument_IsNotTakenByWhatItRefersTo()
    {
        Generation generation = GeneratorHarness.Run(
            new ProjectOptions(shared: ["common.yaml"]),
            ("a.yaml", Get("a", "{$ref: '#/components/schemas/Page'}", "Page: {type: object, properties: {own: {type: string}, other: {$ref: 'common.yaml#/Page'}}}")),
            ("common.yaml", "Page: {type: object, properties: {theirs: {type: string}, self: {$ref: '#/Page'}}}")).AssertNoDiagnostics();

        Assert.Contains("? Own {", generation["Page.g.cs"], StringComparison.Ordinal);
        Assert.Contains("? Theirs {", generation["CommonPage.g.cs"], StringComparison.Ordinal);
        Assert.Contains("CommonPage? Self {", generation["CommonPage.g.cs"], StringComparison.Ordinal);
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData("other.yaml", "EVO1008 a.yaml")]
    [InlineData("https://example.com/common.yaml#/Page", "EVO1008 a.yaml")]
    [InlineData("/etc/common.yaml#/Page", "EVO1008 a.yaml")]
    [InlineData("../common.yaml#/Page", "EVO1008 a.yaml")]
    [InlineData("common.yaml#/Nothing", "EVO1005 a.yaml")]
    [InlineData("common.yaml#/Name", "EVO1003 common.yaml")]
    [InlineData("common.yaml#/Slip", "EVO1070 common.yaml")]
    [InlineData("common.yaml#/Lost", "EVO1005 common.yaml")]
    [InlineData("common.yaml#/Gone", "EVO1008 common.yaml")]
    public void WhatCannotBeFollowed_IsReportedOnce_AtItsPlace(string reference, string found)
    {
        string schema = $"{{type: object, properties: {{x: {{$ref: '{reference}'}}}}}}";
        Generation generation = GeneratorHarness.Run(
            new ProjectOptions(shared: ["common.yaml"]),
            ("a.yaml", Get("a", schema)),
            ("common.yaml", "Page: {type: object}\nName: some text\nSlip: {type: string, maxLenght: 5}\nLost: {$ref: '#/Nothing'}\nGone: {$ref: 'gone.yaml'}\n"));

        Assert.Equal([found], Found(generation));
        generation.AssertCompiles();
    }

    [Fact]
    public void ASlipInASharedFile_IsSaidOnce_HoweverManyReferToIt()
    {
        Generation generation = GeneratorHarness.Run(
            new ProjectOptions(shared: ["common.yaml"]),
            ("a.yaml", Get("a", "{$ref: 'common.yaml#/Slip'}")), ("b.yaml", Get("b", "{$ref: 'common.yaml#/Slip'}")),
            ("common.yaml", "Slip:\n  type: object\n  maxPropertes: 5\n  properties: {a: {type: string}}\n"));

        Diagnostic only = Assert.Single(generation.Diagnostics);
        FileLinePositionSpan place = only.Location.GetLineSpan();
        Assert.Equal(("EVO1070", "common.yaml", 2), (only.Id, place.Path, place.StartLinePosition.Line));
    }

    [Fact]
    public void AFileThatIsNotMarked_SaysHow() => Assert.Contains(
        "Shared=\"true\"", Assert.Single(GeneratorHarness.Run(("common.yaml", "Page: {type: object}")).Diagnostics).GetMessage(null), StringComparison.Ordinal);

    [Fact]
    public void ASharedFileThatCannotBeRead_IsReportedItself()
    {
        Generation generation = GeneratorHarness.Run(
            new ProjectOptions(shared: ["common.yaml"]), ("a.yaml", Get("a", "{$ref: 'common.yaml#/Page'}")), ("common.yaml", "Page: [\n"));

        Assert.Equal(["EVO1005 a.yaml", "EVO1001 common.yaml"], Found(generation));
        generation.AssertCompiles();
    }

    private static IEnumerable<string> Found(Generation generation) => generation.Diagnostics
        .Select(found => $"{found.Id} {found.Location.GetLineSpan().Path}").OrderBy(text => text.Split(' ')[1], StringComparer.Ordinal);

    private static string Get(string name, string schema, string schemas = "Any: {}") => $$"""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/{{name}}: {get: {operationId: get-{{name}}, responses: {'200': {description: d, content: {application/json: {schema: {{schema}} } } } } } }
        components:
          schemas:
            {{schemas}}
        """;
}
