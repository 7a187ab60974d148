using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>Bodies of every media type that a caller can give.</summary>
public sealed class BodyTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/json/list:
            post:
              operationId: putList
              requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}}}
              responses: {'204': {description: d}}
          /v1/json/map:
            put:
              operationId: putMap
              requestBody: {required: true, content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}}
              responses: {'204': {description: d}}
          /v1/json/number:
            put:
              operationId: putNumber
              requestBody: {required: true, content: {application/json: {schema: {type: number}}}}
              responses: {'204': {description: d}}
          /v1/json/merge:
            patch:
              operationId: merge
              requestBody: {content: {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Item'}}}}
              responses: {'204': {description: d}}
          /v1/texts:
            post:
              operationId: putText
              requestBody: {required: true, content: {text/csv: {schema: {type: string}}}}
              responses: {'204': {description: d}}
          /v1/bytes:
            post:
              operationId: putBytes
              requestBody: {required: true, content: {image/png: {schema: {type: string, format: binary}}}}
              responses: {'204': {description: d}}
          /v1/forms:
            post:
              operationId: putForm
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [name]
                      properties:
                        name: {type: string, maxLength: 5}
                        tags: {type: array, items: {type: string}}
                        ids: {type: array, items: {type: integer}}
                        size: {$ref: '#/components/schemas/Item'}
                        deep: {$ref: '#/components/schemas/Item'}
                    encoding:
                      ids: {explode: false}
                      deep: {style: deepObject, explode: true}
              responses: {'204': {description: d}}
          /v1/several:
            post:
              operationId: several
              requestBody:
                required: true
                content:
                  text/plain: {schema: {type: string}}
                  multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}
                  application/json: {schema: {$ref: '#/components/schemas/Item'}}
              responses: {'204': {description: d}}
        components:
          schemas:
            Item: {type: object, properties: {w: {type: integer, maximum: 9}, h: {type: integer}}}
        """;

    private const string Code = """
        public static Task List(EvolinkClient client) => client.Json.PutListAsync(new[] { new Item { W = 1 }, new Item { H = 2 } });
        public static Task BadList(EvolinkClient client) => client.Json.PutListAsync(new[] { new Item { W = 1 }, new Item { W = 10 } });
        public static Task Map(EvolinkClient client) => client.Json.PutMapAsync(new Dictionary<string, long> { ["a"] = 1 });
        public static Task Number(EvolinkClient client) => client.Json.PutNumberAsync(2.5);
        public static Task Merge(EvolinkClient client) => client.Json.MergeAsync(new Item { W = 1 });
        public static Task Nothing(EvolinkClient client) => client.Json.MergeAsync();
        public static Task Text(EvolinkClient client) => client.Texts.PutTextAsync("a,b\nü");
        public static Task Bytes(EvolinkClient client) => client.Bytes.PutBytesAsync(new MemoryStream(Encoding.UTF8.GetBytes("PNG")));
        public static Task Form(EvolinkClient client) => client.Forms.PutFormAsync(new() { Name = "a b&c", Tags = new[] { "x", "y" }, Ids = new long[] { 1, 2 }, Size = new() { W = 1 }, Deep = new() { W = 2, H = 3 } });
        public static Task BadForm(EvolinkClient client) => client.Forms.PutFormAsync(new() { Name = "too long" });
        public static Task Several(EvolinkClient client) => client.Several.SeveralAsync(new Item { W = 1 });
        """;

    private static Consumer Own => Consumer.Create(Spec, Code);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Theory]
    [InlineData("List", "application/json", """[{"w":1},{"h":2}]""")]
    [InlineData("Map", "application/json", """{"a":1}""")]
    [InlineData("Number", "application/json", "2.5")]
    [InlineData("Merge", "application/merge-patch+json", """{"w":1}""")]
    [InlineData("Text", "text/csv; charset=utf-8", "a,b\nü")]
    [InlineData("Bytes", "image/png", "PNG")]
    [InlineData("Form", "application/x-www-form-urlencoded", "name=a%20b%26c&tags=x&tags=y&ids=1,2&size=%7B%22w%22%3A1%7D&deep%5Bw%5D=2&deep%5Bh%5D=3")]
    [InlineData("Several", "application/json", """{"w":1}""")]
    public async Task ABody_IsSentAsItsMediaTypeHasIt(string method, string mediaType, string body)
    {
        Sent sent = await Own.SendAsync(method);
        Assert.Equal(mediaType, sent.Header("Content-Type"));
        Assert.Equal(body, sent.Body);
    }

    [Fact]
    public async Task AnOptionalBody_CanBeLeftOut()
    {
        Sent sent = await Own.SendAsync("Nothing");
        Assert.Equal((null, ""), (sent.Header("Content-Type"), sent.Body ?? ""));
    }

    [Theory]
    [InlineData("BadForm", "name")]
    [InlineData("BadList", "[1].w")]
    public async Task ABodyThatBreaksItsSpec_IsNotSent(string method, string path)
    {
        EvolinkValidationException refused = await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method));
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }
}
