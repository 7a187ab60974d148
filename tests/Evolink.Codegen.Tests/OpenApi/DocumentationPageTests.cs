using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

/// <summary>A page about an API in the place of its document is called what it is.</summary>
public sealed class DocumentationPageTests
{
    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body>Make posters</body></html>\n", 1, 1, "a web page")]
    [InlineData("Skip to main content\nPOST\n/\nv2\n/\nposters\ncurl --request POST \\\n  --header 'Authorization: Bearer <token>' \\\n  --data '\n{\n  \"a\": 1\n}\n'\n", 1, 1, "as a browser shows it")]
    [InlineData("Skip to content\nMake a poster\n", 1, 1, "as a browser shows it")]
    [InlineData("# Make a poster\n\n> Posters by words.\n\n## OpenAPI\n\n````yaml en/posters.json post /v2/posters\nopenapi: 3.1.0\ninfo: {title: t, version: '1'}\n````\n", 8, 1, "begins in line 8")]
    [InlineData("Some text: [unclosed\n\n```json\n{\n  \"openapi\": \"3.1.0\"\n}\n```\n", 4, 1, "begins in line 4")]
    [InlineData("---\ntitle: Make a poster\nopenapi: POST /v2/posters\n---\n", 3, 10, "'POST /v2/posters'")]
    [InlineData("title: Make a poster\napi: get https://api.example.com/v2/posters\n", 2, 6, "head of a documentation page")]
    [InlineData("---\nopenapi: en/posters.json post /v2/posters\n---\n\n<Tip>Fast.</Tip>\n", 2, 10, "head of a documentation page")]
    public void APage_IsNamed(string text, int line, int column, string said) =>
        Assert.Contains(said, Spec.Read(text).Diagnostics.AssertOne("EVO1002", line, column).Message);

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo: {title: t, version: '1', description: \"```\\nopenapi: 3.0.0\\n```\"}\n")]
    [InlineData("openapi: 3.1.0\ninfo:\n  title: t\n  version: '1'\n  description: |\n    ```yaml\n    openapi: 3.0.0\n    ```\n    curl --request POST\n")]
    public void ADocumentThatShowsAnother_IsADocument(string text) => Assert.NotNull(Spec.Read(text).Root);

    [Fact]
    public void ABrokenDocumentWithACallInIt_IsABrokenDocument() => Assert.Equal(
        ["EVO1001"], Spec.Read("openapi: 3.1.0\ninfo:\n  description: |\n    curl --request POST\n  title: [t\npaths: {}\n").Diagnostics.Select(found => found.Id));
}
