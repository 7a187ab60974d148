using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.MediaTypes;

/// <summary>A stream that is paid for gives what it holds: its events, the errors that are documented among them, and what came in their place.</summary>
public sealed class EventTests
{
    private static Consumer Own => Consumer.OfFile("MediaTypes/events.yaml", """
        public static Task<string> Chunks(EvolinkClient client) => All(client.Chunks.StreamChunkAsync(new()), chunk => chunk.Delta);
        public static Task<string> Events(EvolinkClient client) => All(client.Events.GetEventsAsync(), item => item switch
        {
            Started started => "started " + started.Id,
            Failed failed => "failed " + failed.Error?.Code,
            Wrong wrong => "wrong " + wrong.Message,
            _ => "unknown",
        });
        public static Task<string> Named(EvolinkClient client) => All(client.Events.GetNamedAsync(), item => item.Text ?? item.Code);
        public static Task<string> Parts(EvolinkClient client) => All(client.Events.GetPartsOrErrorsAsync(), item => item.AsPart?.Text ?? item.AsPartError?.Code);
        public static Task<string> Lines(EvolinkClient client) => All(client.Lines.GetLinesAsync(), item => item.Data);
        public static Task<string> Free(EvolinkClient client) => All(client.Numbers.GetFreeAsync(), item => JsonSerializer.Serialize(item));

        public static async Task Seen(EvolinkClient client, HttpClient http)
        {
            await foreach (Chunk chunk in client.Chunks.StreamChunkAsync(new())) await http.GetAsync("https://api.example.com/seen");
        }

        // What came before an exception counts, too.
        private static async Task<string> All<T>(IAsyncEnumerable<T> events, Func<T, string?> text)
        {
            var all = new List<string?>();
            try
            {
                await foreach (T item in events) all.Add(text(item));
            }
            catch (EvolinkException failure)
            {
                failure.Data["Before"] = string.Join("+", all);
                throw;
            }

            return string.Join("+", all);
        }
        """);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Theory]
    [InlineData("Chunks", "data:\n\ndata: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n\n: alive\n\ndata: null\n\nevent: ping\ndata: \n\ndata: {\"object\":\"completion.chunk\",\"delta\":\"b\"}\n\n", "a+b")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"an error\"}\n\n", "an error")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\",\"error\":null}\n\n", "a")]
    [InlineData("Events", "data: {\"type\":\"started\",\"id\":\"1\"}\n\ndata: {\"type\":\"failed\",\"error\":{\"code\":\"c\"}}\n\n", "started 1+failed c")]
    [InlineData("Events", "event: error\ndata: {\"type\":\"error\",\"message\":\"m\"}\n\ndata: {\"type\":\"later\"}\n\n", "wrong m+unknown")]
    [InlineData("Named", "event: delta\ndata: {\"text\":\"t\"}\n\nevent: error\ndata: {\"code\":\"c\"}\n\n", "t+c")]
    [InlineData("Parts", "data: {\"text\":\"t\"}\n\nevent: error\ndata: {\"code\":\"c\",\"message\":\"m\"}\n\n", "t+c")]
    [InlineData("Lines", "data: {\"error\":1}\n\ndata:\n\n", "{\"error\":1}+")]
    [InlineData("Free", "data: {\"a\":1}\n\n", "{\"a\":1}")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n\ndata: [DONE]", "a")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n", "a")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}", "a")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n\n: bye", "a")]
    [InlineData("Lines", "data: a\n\ndata: b\n", "a+b")]
    public async Task EveryEvent_IsRead(string method, string body, string expected) =>
        Assert.Equal(expected, (await Own.RunAsync(method, () => Consumer.Answer(body, "text/event-stream"))).Result);

    [Theory]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n\ndata: {\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}}\n\n", "a")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}}\n\n", "")]
    [InlineData("Chunks", "event: error\ndata: {\"code\":\"overloaded\",\"message\":\"m\"}\n\n", "")]
    [InlineData("Chunks", "data: {\"type\":\"error\",\"code\":\"overloaded\",\"message\":\"m\"}\n\n", "")]
    [InlineData("Events", "data: {\"type\":\"started\",\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}}\n\n", "")]
    [InlineData("Events", "data: {\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}}\n\n", "")]
    [InlineData("Parts", "data: {\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}}\n\n", "")]
    [InlineData("Free", "data: {\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}}\n\n", "")]
    public async Task AnErrorThatNobodyDocuments_IsAnException(string method, string body, string before)
    {
        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => Own.RunAsync(method, () =>
        {
            HttpResponseMessage answer = Consumer.Answer(body, "text/event-stream");
            answer.Headers.Add("X-Request-Id", "r-1");
            return answer;
        }));
        Assert.Equal(("overloaded", "r-1", before), (error.Code, error.RequestId, error.Data["Before"]));
        Assert.Contains(": m.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chunks", "{\"object\":\"completion.chunk\",\"delta\":\"a\"}", "a")]
    [InlineData("Chunks", "[{\"object\":\"completion.chunk\",\"delta\":\"a\"},{\"object\":\"completion.chunk\",\"delta\":\"b\"}]", "a+b")]
    [InlineData("Events", "{\"type\":\"failed\",\"error\":{\"code\":\"c\"}}", "failed c")]
    [InlineData("Parts", "{\"text\":\"t\"}", "t")]
    [InlineData("Lines", "{\"a\": 1}", "{\"a\": 1}")]
    [InlineData("Free", "{\"a\":1}", "{\"a\":1}")]
    public async Task JsonInPlaceOfEvents_IsTheirValue_WhereItFits(string method, string body, string expected) =>
        Assert.Equal(expected, (await Own.RunAsync(method, () => Consumer.Json(body))).Result);

    [Theory]
    [InlineData("Chunks", "\"object\":\"completion\",")]
    [InlineData("Events", "\"type\":\"other\",")]
    [InlineData("Parts", "")]
    public async Task JsonOfAnotherKind_IsKeptWhole(string method, string tag)
    {
        string json = $$"""{{{tag}}"message":"{{new string('x', 5000)}}","id":"last"}""";
        EvolinkResponseException error = await Assert.ThrowsAsync<EvolinkResponseException>(() => Own.RunAsync(method, () => Consumer.Json(json)));
        Assert.Equal((json, json[..200]), (error.Body, error.BodyStart));
        Assert.Contains("no event stream", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chunks")]
    [InlineData("Lines")]
    public async Task AnErrorInPlaceOfEvents_IsOne(string method) => Assert.Equal(
        "overloaded",
        (await Assert.ThrowsAsync<EvolinkApiException>(() => Own.RunAsync(method, () => Consumer.Json("""{"error":{"code":"overloaded"}}""")))).Code);

    [Theory]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n\ndata: {\"object\":\"comple", "{\"object\":\"comple")]
    [InlineData("Chunks", "data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n\nda", "")]
    [InlineData("Lines", "data: a\n\ndata: bc", "bc")]
    public async Task AStreamThatIsCut_SaysHowFarItCame(string method, string body, string rest)
    {
        EvolinkResponseException error = await Assert.ThrowsAsync<EvolinkResponseException>(() => Own.RunAsync(method, () => Consumer.Answer(body, "text/event-stream")));
        Assert.Contains("broke off after 1 whole event: the server closed the stream in the midst of an event", error.Message, StringComparison.Ordinal);
        Assert.Equal(("a", rest), (error.Data["Before"], error.Body));
    }

    [Fact]
    public async Task AConnectionThatBreaks_SaysHowFarTheStreamCame()
    {
        var isRead = new TaskCompletionSource();
        var body = new BreakingStream("data: {\"object\":\"completion.chunk\",\"delta\":\"a\"}\n\n", isRead.Task);
        var answers = new Queue<Func<HttpResponseMessage>>(
        [
            () => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { { "Content-Type", "text/event-stream" } } } },
            () => isRead.TrySetResult() ? new HttpResponseMessage(HttpStatusCode.NoContent) : throw new InvalidOperationException(),
        ]);
        EvolinkResponseException error = await Assert.ThrowsAsync<EvolinkResponseException>(() => Own.RunAsync("Seen", () => answers.Dequeue()()));
        Assert.Contains("broke off after 1 whole event", error.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<IOException>(error.InnerException);
    }
}
