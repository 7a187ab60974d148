using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>How each operation takes the key.</summary>
public sealed class SecurityTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        security: [{bearer: []}]
        paths:
          /v1/a:
            get: {operationId: inherited, responses: {'204': {description: d}}}
            put: {operationId: none, security: [], responses: {'204': {description: d}}}
            post: {operationId: header, security: [{header: []}], responses: {'204': {description: d}}}
            delete: {operationId: query, security: [{query: []}], parameters: [{name: q, in: query, schema: {type: string}}], responses: {'204': {description: d}}}
            patch: {operationId: cookie, security: [{cookie: []}], parameters: [{name: c, in: cookie, schema: {type: string}}], responses: {'204': {description: d}}}
            options: {operationId: basic, security: [{basic: []}], responses: {'204': {description: d}}}
          /v1/b:
            get: {operationId: firstThatWorks, security: [{tls: []}, {header: []}], responses: {'204': {description: d}}}
            put: {operationId: optional, security: [{}, {bearer: []}], responses: {'204': {description: d}}}
            post: {operationId: oauth, security: [{oauth: [read]}], responses: {'204': {description: d}}}
            delete: {operationId: tls, security: [{tls: []}], responses: {'204': {description: d}}}
            patch: {operationId: both, security: [{header: [], query: []}], responses: {'204': {description: d}}}
        components:
          securitySchemes:
            bearer: {type: http, scheme: Bearer}
            basic: {type: http, scheme: basic}
            header: {type: apiKey, in: header, name: X-API-Key}
            query: {type: apiKey, in: query, name: api key}
            cookie: {type: apiKey, in: cookie, name: sid}
            oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {read: r}}}}
            tls: {type: mutualTLS}
        """;

    private const string Code = """
        public static Task Inherited(EvolinkClient client) => client.A.InheritedAsync();
        public static Task None(EvolinkClient client) => client.A.NoneAsync();
        public static Task Header(EvolinkClient client) => client.A.HeaderAsync();
        public static Task Query(EvolinkClient client) => client.A.QueryAsync("x");
        public static Task Cookie(EvolinkClient client) => client.A.CookieAsync("x");
        public static Task Basic(EvolinkClient client) => client.A.BasicAsync();
        public static Task FirstThatWorks(EvolinkClient client) => client.B.FirstThatWorksAsync();
        public static Task Optional(EvolinkClient client) => client.B.OptionalAsync();
        public static Task Oauth(EvolinkClient client) => client.B.OauthAsync();
        public static Task Tls(EvolinkClient client) => client.B.TlsAsync();
        public static Task Both(EvolinkClient client) => client.B.BothAsync();
        """;

    private static Consumer Own => Consumer.Create(Spec, Code);

    [Theory]
    [InlineData("Inherited", "Bearer k:v", null, null, "/v1/a")]
    [InlineData("None", null, null, null, "/v1/a")]
    [InlineData("Header", null, "k:v", null, "/v1/a")]
    [InlineData("Query", null, null, null, "/v1/a?q=x&api%20key=k%3Av")]
    [InlineData("Cookie", null, null, "sid=k%3Av; c=x", "/v1/a")]
    [InlineData("Basic", "Basic azp2", null, null, "/v1/a")]
    [InlineData("FirstThatWorks", null, "k:v", null, "/v1/b")]
    [InlineData("Optional", "Bearer k:v", null, null, "/v1/b")]
    [InlineData("Oauth", "Bearer k:v", null, null, "/v1/b")]
    [InlineData("Tls", null, null, null, "/v1/b")]
    [InlineData("Both", null, "k:v", null, "/v1/b")]
    public async Task TheKey_GoesWhereTheOperationTakesIt(string method, string? authorization, string? header, string? cookie, string target)
    {
        Sent sent = await Own.SendAsync(method, NoContent, key: "k:v");
        Assert.Equal(authorization, sent.Header("Authorization"));
        Assert.Equal(header, sent.Header("X-API-Key"));
        Assert.Equal(cookie, sent.Header("Cookie"));
        Assert.Equal(target, sent.Target);
    }

    [Fact]
    public void WhatIsNotSupported_IsSaidOnceAndWhereItStands() => Assert.Equal(
        ["18:43 several schemes", "26:12 OAuth 2", "27:10 'tls'"],
        Own.Generation.Diagnostics
            .Select(found => (found.Location.GetLineSpan().StartLinePosition, Message: found.GetMessage(null)))
            .OrderBy(found => found.StartLinePosition)
            .Select(found => $"{found.StartLinePosition.Line + 1}:{found.StartLinePosition.Character + 1} "
                + new[] { "several schemes", "OAuth 2", "'tls'" }.First(text => found.Message.Contains(text, StringComparison.Ordinal))));

    [Fact]
    public async Task ATypeThatCanMeanOneThingOnly_IsReadAsThat_AndSaidOnce()
    {
        Consumer slips = Consumer.Create(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            servers: [{url: https://api.example.com}]
            security: [{token: []}]
            paths:
              /v1/a: {get: {operationId: one, responses: {'204': {description: d}}}, put: {operationId: two, responses: {'204': {description: d}}}}
              /v1/b: {get: {operationId: pair, security: [{pair: []}], responses: {'204': {description: d}}}, put: {operationId: key, security: [{key: []}], responses: {'204': {description: d}}}}
              /v1/c: {get: {operationId: lost, security: [{lost: []}], responses: {'204': {description: d}}}, put: {operationId: lostToo, security: [{lost: []}], responses: {'204': {description: d}}}}
            components:
              securitySchemes:
                token: {type: bearer}
                pair: {type: Basic, description: d}
                key: {type: apikey, in: header, name: X-Key}
            """,
            """
            public static Task One(EvolinkClient client) => client.A.OneAsync();
            public static Task Pair(EvolinkClient client) => client.B.PairAsync();
            public static Task Key(EvolinkClient client) => client.B.KeyAsync();
            """);

        Assert.Equal("Bearer k:v", (await slips.SendAsync("One", NoContent, key: "k:v")).Header("Authorization"));
        Assert.Equal("Basic azp2", (await slips.SendAsync("Pair", NoContent, key: "k:v")).Header("Authorization"));
        Assert.Equal("k:v", (await slips.SendAsync("Key", NoContent, key: "k:v")).Header("X-Key"));
        Assert.Equal(
            ["EVO1006 11 'bearer'", "EVO1006 12 'Basic'", "EVO1006 13 'apikey'", "EVO1014 8 'lost'"],
            slips.Generation.Diagnostics.Select(found => $"{found.Id} {found.Location.GetLineSpan().StartLinePosition.Line + 1} '{found.GetMessage(null).Split('\'')[1]}'").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ADeclaredScheme_MayBeCalledLikeAnExtension()
    {
        Consumer named = Consumer.Create(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            servers: [{url: https://api.example.com}]
            security: [{x-api-key: []}]
            paths:
              /v1/a: {get: {operationId: one, responses: {'204': {description: d}}}}
            components:
              securitySchemes: {x-api-key: {type: apiKey, in: header, name: x-api-key}}
            """,
            "public static Task One(EvolinkClient client) => client.A.OneAsync();");

        named.Generation.AssertNoDiagnostics();
        Sent sent = await named.SendAsync("One", NoContent, key: "k:v");
        Assert.Equal(("k:v", null), (sent.Header("x-api-key"), sent.Header("Authorization")));
    }

    [Fact]
    public async Task AnExtensionOfARequirement_DemandsNothing()
    {
        Consumer extended = Consumer.Create(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            servers: [{url: https://api.example.com}]
            security: [{x-roles: [admin], header: []}]
            paths:
              /v1/a: {get: {operationId: with, responses: {'204': {description: d}}}, put: {operationId: without, security: [{x-public: true}], responses: {'204': {description: d}}}}
            components:
              securitySchemes: {header: {type: apiKey, in: header, name: X-API-Key}}
            """,
            """
            public static Task With(EvolinkClient client) => client.A.WithAsync();
            public static Task Without(EvolinkClient client) => client.A.WithoutAsync();
            """);

        Assert.Empty(extended.Generation.Diagnostics);
        Assert.Equal("k:v", (await extended.SendAsync("With", NoContent, key: "k:v")).Header("X-API-Key"));
        Assert.Null((await extended.SendAsync("Without", NoContent, key: "k:v")).Header("X-API-Key"));
    }

    [Fact]
    public async Task AClientOfASpecThatSaysNothingOfSecurity_NeedsNoKey_AndSendsTheOneItHas()
    {
        Consumer open = Consumer.Create(Yaml.Paths("/v1/a: {get: {operationId: open, responses: {'204': {description: d}}}}"), "public static Task Open(EvolinkClient client) => client.A.OpenAsync();");
        Assert.Null((await open.SendAsync("Open", NoContent, key: null)).Header("Authorization"));
        Assert.StartsWith("Bearer ", (await open.SendAsync("Open", NoContent)).Header("Authorization"));
    }

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);
}
