using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>Responses of every kind, and the whole response beside the value.</summary>
public sealed class ResponseTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/things:
            get:
              operationId: getThing
              responses:
                '202': {description: d, content: {application/json: {schema: {type: object, properties: {job: {type: string}}}}}}
                '200': {description: d, headers: {X-Left: {schema: {type: integer}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            post:
              operationId: maybe
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                '204': {description: nothing}
            delete: {operationId: remove, responses: {'204': {description: d}}}
            put: {operationId: onlyDefault, responses: {default: {description: d, content: {application/vnd.api+json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}
            head: {operationId: look, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}
            options: {operationId: choices, responses: {'200': {description: d}}}
            trace: {operationId: trace, responses: {'200': {description: d}}}
            patch: {operationId: range, responses: {2XX: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}
          /v1/values:
            get: {operationId: count, responses: {'200': {description: d, content: {application/json: {schema: {type: integer}}}}}}
            put: {operationId: list, responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {type: string}}}}}}}
            post: {operationId: map, responses: {'200': {description: d, content: {application/json: {schema: {type: object, additionalProperties: {type: boolean}}}}}}}
            patch: {operationId: maybeCount, responses: {'200': {description: d, content: {application/json: {schema: {type: [integer, 'null']}}}}}}
            delete: {operationId: any, responses: {'200': {description: d, content: {application/json: {}}}}}
          /v1/texts:
            get: {operationId: text, responses: {'200': {description: d, content: {text/plain: {schema: {type: string}}}}}}
          /v1/files:
            get: {operationId: file, responses: {'200': {description: d, content: {application/octet-stream: {schema: {type: string, format: binary}}}}}}
            post: {operationId: events, responses: {'200': {description: d, content: {text/event-stream: {schema: {type: string}}}}}}
        components:
          schemas:
            Thing: {type: object, properties: {name: {type: string}}}
        """;

    private const string Code = """
        public static async Task<string?> Thing(EvolinkClient client) => (await client.Things.GetThingAsync()).Name;
        public static async Task<bool> Maybe(EvolinkClient client) => await client.Things.MaybeAsync() is null;
        public static Task Remove(EvolinkClient client) => client.Things.RemoveAsync();
        public static async Task<string?> OnlyDefault(EvolinkClient client) => (await client.Things.OnlyDefaultAsync()).Name;
        public static async Task<string?> Range(EvolinkClient client) => (await client.Things.RangeAsync()).Name;
        public static Task Look(EvolinkClient client) => client.Things.LookAsync();
        public static Task Choices(EvolinkClient client) => client.Things.ChoicesAsync();
        public static Task Trace(EvolinkClient client) => client.Things.TraceAsync();

        public static async Task<long> Count(EvolinkClient client) => await client.Values.CountAsync();
        public static async Task<string> List(EvolinkClient client) => string.Join("+", await client.Values.ListAsync());
        public static async Task<bool> Map(EvolinkClient client) => (await client.Values.MapAsync())["a"];
        public static async Task<long?> MaybeCount(EvolinkClient client) => await client.Values.MaybeCountAsync();
        public static async Task<string> Any(EvolinkClient client) => (await client.Values.AnyAsync()).GetRawText();

        public static Task<string> Text(EvolinkClient client) => client.Texts.TextAsync();
        public static async Task<long> File(EvolinkClient client)
        {
            await using Stream stream = await client.Files.FileAsync();
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int count; (count = await stream.ReadAsync(buffer)) > 0;) length += count;
            return length;
        }

        public static async Task<string> Whole(EvolinkClient client)
        {
            EvolinkResponse<Thing> response = await client.Things.WithResponse.GetThingAsync();
            return $"{(int)response.StatusCode} {response.Headers["x-left"]} {response.RequestId} {response.Value.Name} {Encoding.UTF8.GetString(response.Body.Span)}";
        }

        public static async Task<string?> Bound(EvolinkClient client) =>
            (await client.Things.WithOptions(new RequestOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "t" } }).WithResponse.GetThingAsync()).Value.Name;

        public static async Task<string> WholeNothing(EvolinkClient client) => (await client.Things.WithResponse.RemoveAsync()).StatusCode.ToString();
        public static async Task<string> WholeList(EvolinkClient client) => (await client.Values.WithResponse.ListAsync()).Value[0];
        public static async Task<long> WholeCount(EvolinkClient client) => (await client.Values.WithResponse.CountAsync()).Value;
        public static async Task<string> WholeText(EvolinkClient client) => (await client.Texts.WithResponse.TextAsync()).Value;
        public static async Task<string> WholeFile(EvolinkClient client)
        {
            EvolinkResponse<Stream> response = await client.Files.WithResponse.FileAsync();
            using var reader = new StreamReader(response.Value);
            return response.Headers["Content-Type"] + " " + await reader.ReadToEndAsync();
        }
        """;

    private static Consumer Own => Consumer.Create(Spec, Code);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Theory]
    [InlineData("Thing", """{"name":"a"}""", "a")]
    [InlineData("OnlyDefault", """{"name":"a"}""", "a")]
    [InlineData("Range", """{"name":"a"}""", "a")]
    [InlineData("Maybe", """{"name":"a"}""", false)]
    [InlineData("Count", "7", 7L)]
    [InlineData("List", """["a","b"]""", "a+b")]
    [InlineData("Map", """{"a":true}""", true)]
    [InlineData("MaybeCount", "null", null)]
    [InlineData("MaybeCount", "3", 3L)]
    [InlineData("Any", """[1,{}]""", "[1,{}]")]
    [InlineData("WholeList", """["a"]""", "a")]
    [InlineData("WholeCount", "7", 7L)]
    public async Task AJsonAnswer_IsRead(string method, string json, object? expected) =>
        Assert.Equal(expected, (await Own.RunAsync(method, () => Consumer.Json(json))).Result);

    [Theory]
    [InlineData("Remove", "DELETE")]
    [InlineData("Look", "HEAD")]
    [InlineData("Choices", "OPTIONS")]
    [InlineData("Trace", "TRACE")]
    public async Task AnAnswerWithoutContent_IsNone(string method, string verb) =>
        Assert.Equal(verb, (await Own.SendAsync(method, () => new HttpResponseMessage(HttpStatusCode.NoContent))).Method);

    [Fact]
    public async Task WhereOneGoodAnswerHasNoContent_TheValueMayBeNull() =>
        Assert.Equal(true, (await Own.RunAsync("Maybe", () => new HttpResponseMessage(HttpStatusCode.NoContent))).Result);

    [Fact]
    public async Task AText_IsAskedForAndRead()
    {
        (object? text, IReadOnlyList<Sent> sent) = await Own.RunAsync("Text", () => Consumer.Answer("grüße", "text/plain; charset=utf-8"));
        Assert.Equal("grüße", text);
        Assert.Equal("text/plain", Assert.Single(sent).Header("Accept"));
        Assert.Equal("x", (await Own.RunAsync("WholeText", () => Consumer.Answer("x", "text/plain"))).Result);
    }

    [Fact]
    public async Task AFile_IsAStreamOfAnySize()
    {
        const int Size = 12 * 1024 * 1024;
        Assert.Equal((long)Size, (await Own.RunAsync("File", () => Consumer.Answer(new string('x', Size), "application/octet-stream"))).Result);
        Assert.Equal("application/octet-stream abc", (await Own.RunAsync("WholeFile", () => Consumer.Answer("abc", "application/octet-stream"))).Result);
    }

    [Theory]
    [InlineData("File")]
    [InlineData("Text")]
    public async Task AWebPageInstead_IsNoAnswer(string method) => Assert.Contains(
        "web page",
        (await Assert.ThrowsAsync<EvolinkResponseException>(() => Own.RunAsync(method, () => Consumer.Answer("<html>", "text/html")))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task AnErrorInPlaceOfAFile_IsRead() => Assert.Equal(
        "no_such_file",
        (await Assert.ThrowsAsync<EvolinkApiException>(() => Own.RunAsync(
            "File", () => Consumer.Answer("""{"error":{"code":"no_such_file","message":"m"}}""", "application/json", HttpStatusCode.NotFound)))).Code);

    [Fact]
    public async Task WithResponse_GivesStatusHeadersRequestIdAndBody()
    {
        HttpResponseMessage Answer()
        {
            HttpResponseMessage answer = Consumer.Answer("""{"name":"a"}""", "application/json", HttpStatusCode.Accepted);
            answer.Headers.Add("X-Left", "9");
            answer.Headers.Add("X-Request-Id", "r-1");
            return answer;
        }

        Assert.Equal("""202 9 r-1 a {"name":"a"}""", (await Own.RunAsync("Whole", Answer)).Result);
        Assert.Equal("NoContent", (await Own.RunAsync("WholeNothing", () => new HttpResponseMessage(HttpStatusCode.NoContent))).Result);
    }

    [Fact]
    public async Task WithOptions_GoesWithTheCall_AndWithItsWholeAnswer()
    {
        (object? name, IReadOnlyList<Sent> sent) = await Own.RunAsync("Bound", () => Consumer.Json("""{"name":"a"}"""));

        Assert.Equal(("a", "t"), (name, Assert.Single(sent).Header("X-Trace")));
    }
}
