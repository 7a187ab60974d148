using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>Parameters in every place and style, as OpenAPI's tables of styles have them.</summary>
public sealed class ParameterTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/paths/{id}/{list}/{label}/{matrix}/{colour}:
            get:
              operationId: paths
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: list, in: path, required: true, schema: {type: array, items: {type: integer}}}
                - {name: label, in: path, required: true, style: label, explode: true, schema: {type: array, items: {type: string}}}
                - {name: matrix, in: path, required: true, style: matrix, schema: {type: array, items: {type: string}}}
                - {name: colour, in: path, required: true, style: matrix, explode: true, schema: {$ref: '#/components/schemas/Colour'}}
              responses: {'204': {description: d}}
          /v1/queries:
            get:
              operationId: queries
              parameters:
                - {name: page, in: query, schema: {type: integer}}
                - {name: exploded, in: query, schema: {type: array, items: {type: string}}}
                - {name: joined, in: query, explode: false, schema: {type: array, items: {type: string}}}
                - {name: spaced, in: query, style: spaceDelimited, schema: {type: array, items: {type: string}}}
                - {name: piped, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
                - {name: members, in: query, schema: {$ref: '#/components/schemas/Colour'}}
                - {name: deep, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Filter'}}
                - {name: expand, in: query, style: deepObject, explode: true, schema: {type: array, items: {type: string}}}
                - {name: free, in: query, allowReserved: true, schema: {type: string}}
                - {name: json, in: query, content: {application/json: {schema: {$ref: '#/components/schemas/Colour'}}}}
                - {name: json-of-any-kind, in: query, content: {application/json: {}}}
                - {name: map, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: integer}}}
                - {name: state, in: query, schema: {type: string, enum: [on, off]}}
                - {name: number-or-text, in: query, schema: {type: [integer, string]}}
                - {name: any, in: query, schema: {}}
              responses: {'204': {description: d}}
          /v1/headers:
            get:
              operationId: headers
              parameters:
                - {name: X-List, in: header, schema: {type: array, items: {type: string}}}
                - {name: X-Colour, in: header, explode: true, schema: {$ref: '#/components/schemas/Colour'}}
                - {name: X-Count, in: header, schema: {type: integer}}
                - {name: session, in: cookie, required: true, schema: {type: string}}
                - {name: flags, in: cookie, explode: false, schema: {type: array, items: {type: string}}}
                - {name: Accept, in: header, schema: {type: string}}
              responses: {'204': {description: d}}
        components:
          schemas:
            Colour: {type: object, properties: {R: {type: integer}, G: {type: integer}, note: {type: string}}}
            Filter:
              type: object
              properties:
                name: {type: string}
                size: {type: object, properties: {min: {type: integer}}}
                tags: {type: array, items: {type: string}}
        """;

    private const string Code = """
        public static Task Paths(EvolinkClient client) => client.Paths.PathsAsync("a/b?", new long[] { 1, 2 }, new[] { "x y", "z" }, new[] { "m", "n" }, new Colour { R = 1, G = 2 });

        public static Task Scalar(EvolinkClient client) => client.Queries.QueriesAsync(page: 3, state: "on");
        public static Task Exploded(EvolinkClient client) => client.Queries.QueriesAsync(exploded: new[] { "a&b", "ü" });
        public static Task Joined(EvolinkClient client) => client.Queries.QueriesAsync(joined: new[] { "a,b", "c" });
        public static Task Spaced(EvolinkClient client) => client.Queries.QueriesAsync(spaced: new[] { "a", "b" });
        public static Task Piped(EvolinkClient client) => client.Queries.QueriesAsync(piped: new[] { "a", "b" });
        public static Task Members(EvolinkClient client) => client.Queries.QueriesAsync(members: new Colour { R = 1, Note = "x=y" });
        public static Task Deep(EvolinkClient client) => client.Queries.QueriesAsync(deep: new Filter { Name = "n", Size = new() { Min = 2 }, Tags = new[] { "a", "b" } });
        public static Task Expand(EvolinkClient client) => client.Queries.QueriesAsync(expand: new[] { "a", "b" });
        public static Task Free(EvolinkClient client) => client.Queries.QueriesAsync(free: "a/b:c?d=e&f#g%20h i+j");
        public static Task AsAnyJson(EvolinkClient client) => client.Queries.QueriesAsync(jsonOfAnyKind: JsonElement.Parse("{\"a\":1}"));
        public static Task AsJson(EvolinkClient client) => client.Queries.QueriesAsync(json: new Colour { R = 1 });
        public static Task Map(EvolinkClient client) => client.Queries.QueriesAsync(map: new Dictionary<string, long> { ["a b"] = 1 });
        public static Task Union(EvolinkClient client) => client.Queries.QueriesAsync(numberOrText: 5);
        public static Task Any(EvolinkClient client) => client.Queries.QueriesAsync(any: JsonDocument.Parse("[1,\"b\"]").RootElement);
        public static Task Empty(EvolinkClient client) => client.Queries.QueriesAsync(exploded: Array.Empty<string>(), joined: Array.Empty<string>(), deep: new Filter());

        public static Task Headers(EvolinkClient client) => client.Headers.HeadersAsync("a;b", xList: new[] { "x", "y" }, xColour: new Colour { R = 1, G = 2 }, xCount: 7, flags: new[] { "p", "q" });
        """;

    private static Consumer Own => Consumer.Create(Spec, Code);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Fact]
    public async Task APath_TakesEveryStyle() =>
        Assert.Equal("/v1/paths/a%2Fb%3F/1,2/.x%20y.z/;matrix=m,n/;R=1;G=2", (await Own.SendAsync("Paths")).Target);

    [Theory]
    [InlineData("Scalar", "?page=3&state=on")]
    [InlineData("Exploded", "?exploded=a%26b&exploded=%C3%BC")]
    [InlineData("Joined", "?joined=a%2Cb,c")]
    [InlineData("Spaced", "?spaced=a%20b")]
    [InlineData("Piped", "?piped=a%7Cb")]
    [InlineData("Members", "?R=1&note=x%3Dy")]
    [InlineData("Deep", "?deep%5Bname%5D=n&deep%5Bsize%5D%5Bmin%5D=2&deep%5Btags%5D%5B0%5D=a&deep%5Btags%5D%5B1%5D=b")]
    [InlineData("Expand", "?expand%5B0%5D=a&expand%5B1%5D=b")]
    [InlineData("Free", "?free=a/b:c?d=e%26f%23g%20h%20i%2Bj")]
    [InlineData("AsAnyJson", "?json-of-any-kind=%7B%22a%22%3A1%7D")]
    [InlineData("AsJson", "?json=%7B%22R%22%3A1%7D")]
    [InlineData("Map", "?map%5Ba%20b%5D=1")]
    [InlineData("Union", "?number-or-text=5")]
    [InlineData("Any", "?any=1&any=b")]
    [InlineData("Empty", "")]
    public async Task AQuery_TakesEveryStyle(string method, string query) =>
        Assert.Equal("/v1/queries" + query, (await Own.SendAsync(method)).Target);

    [Fact]
    public async Task HeadersAndCookies_TakeListsAndObjects()
    {
        Sent sent = await Own.SendAsync("Headers");
        Assert.Equal("x,y", sent.Header("X-List"));
        Assert.Equal("R=1,G=2", sent.Header("X-Colour"));
        Assert.Equal("7", sent.Header("X-Count"));
        Assert.Equal("session=a%3Bb; flags=p,q", sent.Header("Cookie"));
    }

    [Fact]
    public async Task TypesAtPlacesThatAreSpeltAlike_AreSeveral_AndEachHasItsValues()
    {
        Consumer alike = Consumer.Create(
            Yaml.Paths("""
                /v1/users:
                  get: {operationId: getUser, parameters: [{name: statusFilter, in: query, schema: {type: string, enum: [a, b]}}], responses: {'204': {description: d}}}
                  put: {operationId: getUserStatus, parameters: [{name: filter, in: query, schema: {type: string, enum: [x, y]}}], responses: {'204': {description: d}}}
                /v1/texts:
                  get:
                    operationId: getText
                    parameters: [{name: Accept-Speech, in: header, schema: {type: string, enum: [de, fr]}}, {name: acceptSpeech, in: query, schema: {type: integer, enum: [1, 2]}}, {name: response, in: query, schema: {type: string, enum: [long]}}]
                    responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {text: {type: string}}}}}}}
                """),
            """
            public static Task User(EvolinkClient client) => client.Users.GetUserAsync(GetUserStatusFilter.B);
            public static Task Status(EvolinkClient client) => client.Users.GetUserStatusAsync(GetUserStatusFilter2.Y);
            public static async Task<string?> Text(EvolinkClient client) => (await client.Texts.GetTextAsync("fr", GetTextAcceptSpeech2.Known[1], GetTextResponse.Long)).Text;
            """);

        Assert.Equal("/v1/users?statusFilter=b", (await alike.SendAsync("User", NoContent)).Target);
        Assert.Equal("/v1/users?filter=y", (await alike.SendAsync("Status", NoContent)).Target);
        (object? text, IReadOnlyList<Sent> sent) = await alike.RunAsync("Text", static () => Consumer.Json("""{"text":"t"}"""));
        Assert.Equal(("t", "/v1/texts?acceptSpeech=2&response=long", "fr"), (text, Assert.Single(sent).Target, sent[0].Header("Accept-Speech")));
        Assert.All(alike.Generation.Diagnostics, static diagnostic => Assert.Equal("EVO1010", diagnostic.Id));
        Assert.Equal(3, alike.Generation.Diagnostics.Length);

        static HttpResponseMessage NoContent() => new(System.Net.HttpStatusCode.NoContent);
    }
}
