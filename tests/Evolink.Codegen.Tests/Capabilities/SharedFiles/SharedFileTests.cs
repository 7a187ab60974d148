using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Capabilities.SharedFiles;

/// <summary>References to other specifications of the project are followed, and nothing else is read.</summary>
public sealed class SharedFileTests
{
    private const string Orders = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/orders: {$ref: 'paths/orders.yaml'}
          /v1/orders/{order_id}:
            get:
              operationId: getOrder
              parameters: [{$ref: './common.yaml#/parameters/orderId'}]
              responses: {'200': {$ref: common.yaml#/responses/Order}}
        """;

    private const string Path = """
        put:
          operationId: putOrder
          requestBody: {required: true, content: {application/json: {schema: {$ref: ../common.yaml#/Order}}}}
          responses: {'200': {$ref: '../common.yaml#/responses/Order'}}
        """;

    private const string Common = """
        parameters:
          orderId: {name: order_id, in: path, required: true, schema: {type: string}}
        responses:
          Order: {description: d, content: {application/json: {schema: {$ref: '#/Order'}}}}
        Order:
          type: object
          required: [amount, delivery]
          properties:
            amount: {$ref: 'money/amount%20v1.yaml'}
            parent: {$ref: '#/Order'}
            delivery:
              oneOf: [{$ref: '#/ByPost'}, {$ref: '#/ByHand'}]
              discriminator: {propertyName: by, mapping: {post: '#/ByPost', hand: 'common.yaml#/ByHand'}}
        ByPost: {type: object, required: [by], properties: {by: {type: string}, street: {type: string, maxLength: 5}}}
        ByHand: {type: object, required: [by], properties: {by: {type: string}}}
        """;

    private const string Amount = "{\"type\": \"object\", \"required\": [\"cents\"], \"properties\": {\"cents\": {\"type\": \"integer\", \"maximum\": 900}}}";

    private static readonly ProjectOptions Options = new(shared: ["specs/paths/orders.yaml", "specs/common.yaml", "specs/money/amount v1.yaml"]);

    private static readonly Consumer Own = Consumer.Of(
        GeneratorHarness.Run(Options, ("specs/orders.yaml", Orders), ("specs/paths/orders.yaml", Path), ("specs/common.yaml", Common), ("specs/money/amount v1.yaml", Amount)).AssertNoDiagnostics(),
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
        var (result, sent) = await Own.RunAsync("Put", Answer);

        Assert.Equal("8 ByHand 9", result);
        Sent only = Assert.Single(sent);
        Assert.Equal("""{"amount":{"cents":7},"delivery":{"by":"post","street":"Ring"}}""", only.Body);
    }

    [Fact]
    public async Task AParameterAndAResponse_AreFollowedToo()
    {
        var (result, sent) = await Own.RunAsync("Get", Answer);

        Assert.Equal("8", result);
        Assert.EndsWith("/v1/orders/o%201", Assert.Single(sent).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALimitOfAnotherFile_IsChecked() =>
        Assert.Contains("900", (await Assert.ThrowsAnyAsync<Exception>(() => Own.RunAsync("TooMuch", Answer))).Message, StringComparison.Ordinal);

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
