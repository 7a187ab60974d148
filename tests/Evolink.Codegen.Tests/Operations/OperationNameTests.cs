using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>Operations without an id, with the id of another, and what cannot be generated among what can.</summary>
public sealed class OperationNameTests
{
    [Fact]
    public async Task AMissingOrRepeatedId_IsMadeOfMethodAndPath()
    {
        Consumer own = Consumer.Create(
            Yaml.Paths("""
                /v1/users/{user_id}/notes:
                  parameters: [{name: user_id, in: path, required: true, schema: {type: string}}]
                  get: {responses: {'204': {description: d}}}
                  put: {operationId: same, responses: {'204': {description: d}}}
                  post: {operationId: same, responses: {'204': {description: d}}}
                """),
            """
            public static Task Missing(EvolinkClient client) => client.Users.GetUsersByUserIdNotesAsync("1");
            public static Task First(EvolinkClient client) => client.Users.SameAsync("1");
            public static Task Second(EvolinkClient client) => client.Users.PostUsersByUserIdNotesAsync("1");
            """);
        Assert.Equal("GET", (await own.SendAsync("Missing", NoContent)).Method);
        Assert.Equal("PUT", (await own.SendAsync("First", NoContent)).Method);
        Assert.Equal("POST", (await own.SendAsync("Second", NoContent)).Method);
        Assert.Contains("'same'", Assert.Single(own.Generation.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAVersion_TheGroupIsWhatStandsBehindApi()
    {
        Consumer own = Consumer.Create(
            Yaml.Paths("""
                /web/api/models/pricing: {get: {operationId: listPrices, responses: {'204': {description: d}}}}
                /api/notes/{id}: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], get: {responses: {'204': {description: d}}}}
                /api/v1/users: {get: {operationId: listUsers, responses: {'204': {description: d}}}}
                /api: {get: {operationId: about, responses: {'204': {description: d}}}}
                """),
            """
            public static Task Prices(EvolinkClient client) => client.Models.ListPricesAsync();
            public static Task Note(EvolinkClient client) => client.Notes.GetNotesByIdAsync("1");
            public static Task Users(EvolinkClient client) => client.Users.ListUsersAsync();
            public static Task About(EvolinkClient client) => client.Api.AboutAsync();
            """);
        Assert.Equal("/web/api/models/pricing", (await own.SendAsync("Prices", NoContent)).Target);
        Assert.Equal("/api/notes/1", (await own.SendAsync("Note", NoContent)).Target);
        Assert.Equal("/api/v1/users", (await own.SendAsync("Users", NoContent)).Target);
        Assert.Equal("/api", (await own.SendAsync("About", NoContent)).Target);
    }

    [Fact]
    public async Task OpenApi3_2_HasMethodsOfAnyName()
    {
        Consumer own = Consumer.Create(
            Yaml.Paths("""
                /v1/a:
                  query: {operationId: search, requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}, responses: {'204': {description: d}}}
                  additionalOperations:
                    COPY: {operationId: copy, responses: {'204': {description: d}}}
                """).Replace("openapi: 3.1.0", "openapi: 3.2.0", StringComparison.Ordinal),
            """
            public static Task Search(EvolinkClient client) => client.A.SearchAsync(new[] { "x" });
            public static Task Copy(EvolinkClient client) => client.A.CopyAsync();
            """);
        Sent search = await own.SendAsync("Search", NoContent);
        Assert.Equal(("QUERY", "[\"x\"]"), (search.Method, search.Body));
        Assert.Equal("COPY", (await own.SendAsync("Copy", NoContent)).Method);
    }

    [Fact]
    public async Task ADeprecatedOperation_IsObsolete()
    {
        Consumer own = Consumer.Create(
            Yaml.Paths("/v1/a: {get: {operationId: old, deprecated: true, responses: {'204': {description: d}}}}"),
            """
            #pragma warning disable CS0618
            public static Task Old(EvolinkClient client) => client.A.OldAsync();
            #pragma warning restore CS0618
            """);
        await own.SendAsync("Old", NoContent);
        Assert.Contains("[global::System.Obsolete(", own.Generation["AClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotSupported_IsLeftOutWhereItStands_AndTheRestWorks()
    {
        Consumer own = Consumer.Create(
            Yaml.Paths("""
                /v1/a:
                  get:
                    operationId: good
                    parameters:
                      - {name: odd, in: query, style: matrix, schema: {type: array, items: {type: string}}}
                      - {name: xml, in: query, content: {application/octet-stream: {schema: {type: string}}}}
                    responses: {'204': {description: d}}
                  post:
                    operationId: mixed
                    requestBody: {required: true, content: {multipart/mixed: {schema: {type: object}}}}
                    responses: {'204': {description: d}}
                  put:
                    operationId: flat
                    requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: string}}}}
                    responses: {'204': {description: d}}
                /v1/b/{id}: {get: {operationId: undeclared, responses: {'204': {description: d}}}}
                """),
            """
            public static Task Good(EvolinkClient client) => client.A.GoodAsync(new[] { "x", "y" });
            public static Task Undeclared(EvolinkClient client) => client.B.UndeclaredAsync("1");
            """);
        Assert.Equal("/v1/a?odd=x&odd=y", (await own.SendAsync("Good", NoContent)).Target);
        Assert.Equal("/v1/b/1", (await own.SendAsync("Undeclared", NoContent)).Target);
        Assert.Equal(5, own.Generation.Diagnostics.Length);
        Assert.All(own.Generation.Diagnostics, found =>
        {
            Assert.Equal("EVO1014", found.Id);
            Assert.Equal("specs/demo.yaml", found.Location.GetLineSpan().Path);
            Assert.True(found.Location.GetLineSpan().StartLinePosition.Line > 4);
        });
    }

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);
}
