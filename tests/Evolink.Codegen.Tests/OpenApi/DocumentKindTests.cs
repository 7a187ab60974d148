using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

public class DocumentKindTests
{
    [Theory]
    [InlineData("- a\n", 1, 1, "a list")]
    [InlineData("just text\n", 1, 1, "just text")]
    [InlineData("info: {}\n", 1, 1, "no 'openapi'")]
    [InlineData("# v2\nswagger: '2.0'\n", 2, 10, "Swagger 2.0")]
    [InlineData("info: {}\nasyncapi: 3.0.0\n", 2, 11, "AsyncAPI")]
    [InlineData("arazzo: 1.0.1\ninfo: {}\n", 1, 9, "Arazzo")]
    [InlineData("overlay: 1.0.0\n", 1, 10, "Overlay")]
    [InlineData("{\"openrpc\": \"1.3.2\"}", 1, 13, "OpenRPC")]
    [InlineData("{\"kind\": \"x\",\n\"discoveryVersion\": \"v1\"}", 2, 21, "Discovery")]
    [InlineData("$schema: https://json-schema.org/draft/2020-12/schema\ntype: object\n", 1, 10, "JSON Schema")]
    [InlineData("{\"info\": {\"_postman_id\": \"1\", \"name\": \"n\"}, \"item\": []}", 1, 26, "Postman")]
    [InlineData("openapi: 2.0\n", 1, 10, "2.0")]
    [InlineData("openapi: 3.3.0\n", 1, 10, "3.3.0")]
    [InlineData("openapi: 3.10.0\n", 1, 10, "3.10.0")]
    [InlineData("openapi:\n  - 3.1.0\n", 2, 3, "a list")]
    [InlineData("openapi:\ninfo: {}\n", 1, 9, "null")]
    [InlineData("{\n \"swagger\": \"2.0\"}", 2, 13, "Swagger 2.0")]
    public void WhatIsNoOpenApi3_IsNamedAtItsPlace(string text, int line, int column, string said)
    {
        SpecDocument document = Spec.Read(text);

        Assert.Null(document.Root);
        Assert.Contains(said, document.Diagnostics.AssertOne("EVO1002", line, column).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("# nothing but a comment\n")]
    public void AnEmptyFile_IsSaidToBeEmpty(string text) =>
        Assert.Contains("empty", Spec.Read(text).Diagnostics.AssertOne("EVO1002", 1, 1).Message);

    [Theory]
    [InlineData("openapi: 3.0.3\npaths: {}\n")]
    [InlineData("openapi: 3.1.0\n")]
    [InlineData("openapi: 3.1\n")]
    [InlineData("openapi: '3.2.0'\ninfo: {title: 5, version: 1.0}\n")]
    [InlineData("{\"openapi\": \"3.1.1\", \"components\": {}}")]
    public void OpenApi3_IsReadWithoutAWord(string text)
    {
        SpecDocument document = Spec.Read(text);

        Assert.Empty(document.Diagnostics);
        Assert.True(document.IsReadable);
    }
}
