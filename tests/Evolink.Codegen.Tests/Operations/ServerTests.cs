using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>Where requests go, and who gets the key.</summary>
public sealed class ServerTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers:
          - url: https://{region}.example.com/{version}/
            variables: {region: {default: eu, enum: [eu, us]}, version: {default: v2}}
          - url: https://second.example.com
        security: [{key: []}]
        paths:
          /document: {get: {operationId: ofDocument, responses: {'204': {description: d}}}}
          /path:
            servers: [{url: https://path.example.com}]
            get: {operationId: ofPath, responses: {'204': {description: d}}}
            put: {operationId: ofOperation, servers: [{url: //operation.example.com/x}], responses: {'204': {description: d}}}
          /relative: {get: {operationId: relative, servers: [{url: /base/}], responses: {'204': {description: d}}}}
          /fixed?beta=true: {get: {operationId: fixedQuery, parameters: [{name: q, in: query, schema: {type: string}}], responses: {'204': {description: d}}}}
        components:
          securitySchemes: {key: {type: http, scheme: bearer}}
        """;

    private const string Code = """
        public static Task OfDocument(EvolinkClient client) => client.Document.OfDocumentAsync();
        public static Task OfPath(EvolinkClient client) => client.Path.OfPathAsync();
        public static Task OfOperation(EvolinkClient client) => client.Path.OfOperationAsync();
        public static Task Relative(EvolinkClient client) => client.Relative.RelativeAsync();
        public static Task FixedQuery(EvolinkClient client) => client.FixedBetaTrue.FixedQueryAsync("x");
        """;

    private static Consumer Own => Consumer.Create(Spec, Code);

    [Theory]
    [InlineData("OfDocument", "https://eu.example.com/v2/document")]
    [InlineData("OfPath", "https://path.example.com/path")]
    [InlineData("OfOperation", "https://operation.example.com/x/path")]
    [InlineData("FixedQuery", "https://eu.example.com/v2/fixed?beta=true&q=x")]
    public async Task TheNearestServer_GetsTheRequestAndTheKey(string method, string address)
    {
        Sent sent = await Own.SendAsync(method, NoContent);
        Assert.Equal(address, sent.Uri.ToString());
        Assert.Equal("Bearer " + Consumer.Key, sent.Header("Authorization"));
    }

    [Fact]
    public async Task TheSameOperationOfTwoServers_IsTwoOperations_EachWithItsOwn()
    {
        static (string, string) Of(string name, string server) => (name, """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            SERVERS
            paths:
              /chat/completions: {post: {operationId: createChatCompletion, responses: {'204': {description: d}}}}
            """.Replace("SERVERS", server, StringComparison.Ordinal));
        Generation generation = GeneratorHarness.Run(
            Of("a.yaml", "servers: [{url: https://api.first.example/v1}]"), Of("b.yaml", "servers: [{url: https://api.second.example/v1}]"), Of("c.yaml", "tags: []"));
        Consumer own = Consumer.Create(generation, """
            public static Task First(EvolinkClient client) => client.Chat.CreateChatCompletionAsync();
            public static Task Second(EvolinkClient client) => client.Chat.CreateChatCompletionAsync2();
            """);

        Assert.Equal("https://api.first.example/v1/chat/completions", (await own.SendAsync("First", NoContent)).Uri.ToString());
        Assert.Equal("https://api.second.example/v1/chat/completions", (await own.SendAsync("Second", NoContent)).Uri.ToString());
    }

    [Fact]
    public async Task ARelativeServer_NeedsABaseAddress()
    {
        InvalidOperationException unset = await Assert.ThrowsAsync<InvalidOperationException>(() => Own.RunAsync("Relative"));
        Assert.Contains("'/base'", unset.Message, StringComparison.Ordinal);
        Assert.Contains("BaseAddress", unset.Message, StringComparison.Ordinal);
        Sent sent = await Own.SendAsync("Relative", NoContent, address: new Uri("https://host.example.com"));
        Assert.Equal("https://host.example.com/base/relative", sent.Uri.ToString());
    }

    [Fact]
    public async Task ABaseAddress_StandsForEveryOtherServer() => Assert.Equal(
        "https://gateway.example.com/x/path", (await Own.SendAsync("OfPath", NoContent, address: new Uri("https://gateway.example.com/x/"))).Uri.ToString());

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);
}
