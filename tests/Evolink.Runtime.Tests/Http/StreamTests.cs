using Evolink.Runtime.Http;
using Evolink.Tests.Support;

namespace Evolink.Tests.Http;

public sealed class StreamTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task AStreamedAnswerThatStalls_Fails()
    {
        using StallingStream stalling = new("begin");
        using StubServer server = new(_ => new HttpResponseMessage { Content = new StreamContent(stalling) });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        await using Stream answer = await client.Calls.SendStreamAsync(new ApiCall(TestApi.Upload), TestContext.Current.CancellationToken);
        byte[] buffer = new byte[16];
        Assert.Equal(5, await answer.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Task<int> next = answer.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        await stalling.Stalled;
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Contains("15 s", (await Assert.ThrowsAsync<IOException>(() => next)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamedResponseThatStalls_FailsASynchronousReadToo()
    {
        using StallingStream stalling = new("begin");
        using StubServer server = new(_ => new HttpResponseMessage { Content = new StreamContent(stalling) });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        await using Stream response = await client.Calls.SendStreamAsync(new ApiCall(TestApi.Upload), TestContext.Current.CancellationToken);
        byte[] buffer = new byte[16];
        Assert.Equal(5, response.Read(buffer, 0, buffer.Length));

        Task<int> next = Task.Run(() => response.Read(buffer, 0, buffer.Length), TestContext.Current.CancellationToken);
        Assert.Same(stalling.Stalled, await Task.WhenAny(stalling.Stalled, next));
        _time.Advance(TimeSpan.FromSeconds(15));

        Assert.Contains("15 s", (await Assert.ThrowsAsync<IOException>(() => next)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-charset")]
    public async Task ACharsetThatNobodyReads_CountsAsUtf8(string charset)
    {
        using StubServer server = new(_ =>
        {
            HttpResponseMessage response = new() { Content = new ByteArrayContent("caf\u00e9"u8.ToArray()) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=" + charset);
            return response;
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        string text = await client.Calls.SendTextAsync(new ApiCall(TestApi.Upload), TestContext.Current.CancellationToken);
        using EvolinkContent content = await client.Calls.SendContentAsync(new ApiCall(TestApi.Upload), TestContext.Current.CancellationToken);

        Assert.Equal(("caf\u00e9", "caf\u00e9"), (text, await content.ReadTextAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task AnEventWithoutAnEnd_EndsTheStream()
    {
        string whole = "data: " + new string('w', ResponseReader.MaxBodyBytes / 3) + "\n\n";
        using StubServer server = new(_ => new HttpResponseMessage { Content = new StringContent(string.Concat(Enumerable.Repeat(whole, 5)) + "data: " + new string('x', 2 * ResponseReader.MaxBodyBytes), null, "text/event-stream") });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        int events = 0;

        EvolinkResponseException error = await Assert.ThrowsAsync<EvolinkResponseException>(async () =>
        {
            await foreach (System.Net.ServerSentEvents.SseItem<string> _ in client.Calls.StreamAsync(new ApiCall(TestApi.Upload), TestContext.Current.CancellationToken)) events++;
        });

        Assert.Equal(5, events);
        Assert.Contains("larger than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUploadThatMoves_MayTakeLongerThanAnAttempt()
    {
        using SlowStream slow = new(_time, TimeSpan.FromSeconds(20));
        using StubServer server = new(_ => StubServer.Json("{}"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        await client.Calls.SendAsync(new ApiCall(TestApi.Upload).Binary(slow), TestContext.Current.CancellationToken);
        Assert.Equal("xxxx", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task AnUploadThatStandsStill_IsGivenUp()
    {
        using SlowStream slow = new(_time, TimeSpan.FromSeconds(31));
        using StubServer server = new(_ => StubServer.Json("{}"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        EvolinkConnectionException failure = await Assert.ThrowsAsync<EvolinkConnectionException>(
            () => client.Calls.SendAsync(new ApiCall(TestApi.Upload).Binary(slow), TestContext.Current.CancellationToken));
        Assert.Equal(RequestPhase.Partial, failure.Phase);
    }

    [Fact]
    public async Task AStreamThatEndsBeforeItsLength_IsNoWholeUpload()
    {
        using ShrinkingStream shrinking = new();
        using StubServer server = new(_ => StubServer.Json("{}"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        await Assert.ThrowsAsync<EvolinkConnectionException>(() => _time.RunAsync(
            client.Calls.SendAsync(new ApiCall(TestApi.Upload).Binary(shrinking), TestContext.Current.CancellationToken)));
        Assert.Empty(server.Requests);
    }

    /// <summary>Four bytes, each of which takes its time.</summary>
    private sealed class SlowStream(ManualTimeProvider time, TimeSpan perByte) : MemoryStream(4)
    {
        private int _left = 4;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left-- <= 0) return new(0);
            time.Advance(perByte);
            cancellationToken.ThrowIfCancellationRequested();
            buffer.Span[0] = (byte)'x';
            return new(1);
        }
    }

    private sealed class ShrinkingStream() : MemoryStream(new byte[3])
    {
        public override long Length => 5;
    }
}
