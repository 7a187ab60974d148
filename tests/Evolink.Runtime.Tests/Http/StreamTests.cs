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
