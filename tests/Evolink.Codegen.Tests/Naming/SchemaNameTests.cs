using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Naming;

/// <summary>The types of a document with several requests are called as their schemas are, whatever the file is called.</summary>
public sealed class SchemaNameTests
{
    private static readonly string s_shop = Yaml.Paths(
        """
        /v1/orders:
          post: {operationId: placeOrder, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}}
          put: {operationId: changeOrder, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, responses: {'204': {description: d}}}
        /v1/refunds:
          post: {operationId: refund, requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string, enum: [late]}, to: {$ref: '#/components/schemas/Account'}}}}}}, responses: {'204': {description: d}}}
        """,
        """
        NewOrder: {type: object, required: [goods], properties: {goods: {type: array, items: {$ref: '#/components/schemas/Good'}}, pace: {type: string, enum: [slow, fast]}}}
        Good: {type: object, properties: {sku: {type: string}}}
        Order: {type: object, properties: {state: {type: string, enum: [open, paid]}, goods: {type: array, items: {$ref: '#/components/schemas/Good'}}}}
        Account: {type: object, properties: {iban: {type: string}}}
        """);

    [Theory]
    [InlineData("shop.yaml")]
    [InlineData("2026-11-shop-of-acme.yaml")]
    public void SeveralRequests_AreNamedByTheirSchemas(string file)
    {
        Generation generation = GeneratorHarness.Run((file, s_shop)).AssertNoDiagnostics();

        Assert.Equal(
            [
                "Account", "EvolinkApi", "EvolinkClient", "EvolinkClientServices", "EvolinkJson", "Good", "GoodInput", "NewOrder", "NewOrderPace", "Order", "OrderInput",
                "OrderInputState", "OrderState", "OrdersClient", "RefundRequest", "RefundWhy", "RefundsClient",
            ],
            generation.Files.Keys.Select(name => name.Replace(".g.cs", "", StringComparison.Ordinal)));
        generation.AssertCompiles("""
            using System.Threading.Tasks;
            using Evolink;
            #pragma warning disable CS1591
            public static class Own
            {
                public static async Task<OrderState?> Run(EvolinkClient client)
                {
                    await client.Refunds.RefundAsync(new RefundRequest { Why = RefundWhy.Late, To = new Account { Iban = "x" } });
                    await client.Orders.ChangeOrderAsync(new OrderInput { State = OrderInputState.Paid });
                    return (await client.Orders.PlaceOrderAsync(new NewOrder { Goods = [new GoodInput { Sku = "1" }] })).State;
                }
            }
            """);
    }

    [Fact]
    public void OneRequest_IsNamedByItsDocument_HoweverManyOperationsThereAre() => Assert.Subset(
        GeneratorHarness.Run(("poster.yaml", Yaml.Thing("{type: object, properties: {size: {type: string, enum: [a]}}}"))).AssertNoDiagnostics().Files.Keys.ToHashSet(),
        new HashSet<string> { "PosterRequest.g.cs", "PosterSize.g.cs", "Thing.g.cs", "ThingSize.g.cs" });

    [Fact]
    public void ARequestThatIsCalledAsItsBaseWouldBe_KeepsItsName()
    {
        string task = "{'200': {description: d, content: {application/json: {schema: {type: object, properties: {id: {type: string}, status: {type: string}}}}}}}";
        Generation generation = GeneratorHarness.Run(("film.yaml", Yaml.Paths(
            "/v1/films:\n"
            + $"  post: {{operationId: createFilm, requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/CreateFilmRequest'}}}}}}}}, responses: {task}}}\n"
            + $"  put: {{operationId: cutFilm, requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{at: {{type: integer}}}}}}}}}}}}, responses: {{'204': {{description: d}}}}}}\n"
            + $"/v1/films/{{id}}:\n  get: {{operationId: getFilm, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], responses: {task}}}",
            "CreateFilmRequest: {type: object, properties: {title: {type: string}}}"))).AssertNoDiagnostics();

        Assert.Contains("record CreateFilmRequest : CreateFilmRequestBase", generation["CreateFilmRequest.g.cs"], StringComparison.Ordinal);
        generation.AssertCompiles();
    }
}
