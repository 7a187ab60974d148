namespace Evolink.Codegen.Tests.Reading;

public class DocumentKindTests
{
    [Theory]
    [InlineData("- a\n", 1, 1, "a list")]
    [InlineData("just text\n", 1, 1, "just text")]
    [InlineData("info: {}\n", 1, 1, "no 'openapi'")]
    [InlineData("# v2\nswagger: '2.0'\n", 2, 10, "Swagger 2.0")]
    [InlineData("info: {}\nasyncapi: 3.0.0\n", 2, 11, "asyncapi")]
    [InlineData("openapi: 2.0\n", 1, 10, "2.0")]
    [InlineData("openapi: 3.3.0\n", 1, 10, "3.3.0")]
    [InlineData("openapi: 3.10.0\n", 1, 10, "3.10.0")]
    [InlineData("openapi:\n  - 3.1.0\n", 2, 3, "a list")]
    [InlineData("openapi:\ninfo: {}\n", 1, 9, "null")]
    [InlineData("{\n \"swagger\": \"2.0\"}", 2, 13, "Swagger 2.0")]
    public void WhatIsNoOpenApi3_IsNamedAtItsPlace(string text, int line, int column, string said)
    {
        var document = Spec.Read(text);

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
        var document = Spec.Read(text);

        Assert.Empty(document.Diagnostics);
        Assert.NotNull(document.OpenApi);
    }
}
