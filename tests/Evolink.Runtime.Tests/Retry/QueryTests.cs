using System.Globalization;
using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Retry;

public sealed class QueryTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task APassingFailure_IsRetried(HttpStatusCode status)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(status), () => StubServer.Error(status), () => StubServer.Json(TestApi.Task("pending")));

        Assert.Equal("task-unified-1", (await GetAsync(server)).Id);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task ALastingFailure_IsNot(HttpStatusCode status)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(status));

        await Assert.ThrowsAsync<EvolinkApiException>(() => GetAsync(server));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Retries_EndAtTheirMaximum()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.BadGateway));

        await Assert.ThrowsAsync<EvolinkApiException>(() => GetAsync(server));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task AnOutage_IsNotMultiplied_ByTheRetriesOfManyCalls()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.BadGateway));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        for (int call = 0; call < 100; call++) await Assert.ThrowsAsync<EvolinkApiException>(() => _time.RunAsync(client.GetTaskAsync()));

        Assert.InRange(server.Requests.Count, 100, 121);
    }

    [Theory]
    [InlineData("7", 7, 7.7)]
    [InlineData("0", 0, 0)]
    [InlineData("Sat, 21 Nov 2026 08:00:20 GMT", 20, 22)]
    [InlineData("Sat, 21 Nov 2026 07:00:00 GMT", 0, 0)]
    [InlineData("-5", 0.25, 2)]
    [InlineData("soon", 0.25, 2)]
    [InlineData("1,5", 0.25, 2)]
    public async Task RetryAfter_IsReadInEveryForm_InEveryCulture(string retryAfter, double least, double most)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            StubServer server = StubServer.Sequence(
                () =>
                {
                    HttpResponseMessage answer = StubServer.Error(HttpStatusCode.ServiceUnavailable, retryAfter: retryAfter);

                    // The server's clock is four hours behind ours; only its own date counts.
                    answer.Headers.Date = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
                    return answer;
                },
                () => StubServer.Json(TestApi.Task("pending")));

            await GetAsync(server);

            Assert.InRange(_time.Now.TotalSeconds, least, most);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task AWebPageInThePlaceOfJson_IsATypedError_WithItsBeginning()
    {
        StubServer server = StubServer.Sequence(() => new HttpResponseMessage { Content = new StringContent("<html>Hotel login</html>", null, "text/html") });

        EvolinkResponseException error = await Assert.ThrowsAsync<EvolinkResponseException>(() => GetAsync(server));

        Assert.StartsWith("<html>", error.BodyStart, StringComparison.Ordinal);
        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"id\":")]
    [InlineData("{} {}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task AnAnswerOfAnotherShape_IsATypedError(string body)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(body));

        await Assert.ThrowsAsync<EvolinkResponseException>(() => GetAsync(server));
    }

    [Fact]
    public async Task AMemberOfAnotherKind_IsUnset_AndTheOthersAreRead()
    {
        TestTask task = await GetAsync(StubServer.Sequence(() => StubServer.Json("""{"id":5,"status":"completed","progress":"x"}""")));

        Assert.Equal((null, GenerationStatus.Completed, null), (task.Id, task.Status, task.Progress));
    }

    [Fact]
    public async Task ABodyThatExpandsBeyondTheCap_IsGivenUp()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            using MemoryStream packed = new();
            await using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            {
                byte[] zeros = new byte[1024 * 1024];
                for (int i = 0; i < 12; i++) await gzip.WriteAsync(zeros);
            }

            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n");
            await connection.WriteAsync(packed.ToArray());
        });
        using TestClient client = new(server.Options());

        EvolinkResponseException error = await Assert.ThrowsAsync<EvolinkResponseException>(() => client.GetTaskAsync());

        Assert.Contains("larger than", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancelling_EndsTheCallAtOnce_WithThePlainException()
    {
        using CancellationTokenSource cancel = new();
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await cancel.CancelAsync();
            await connection.StayAsync();
        });
        using TestClient client = new(server.Options(_time));

        OperationCanceledException canceled = await Assert.ThrowsAsync<OperationCanceledException>(() => client.GetTaskAsync(cancellationToken: cancel.Token));

        Assert.Equal(cancel.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task ASecondAttempt_HasItsOwnTimeout()
    {
        int number = 0;
        TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            if (Interlocked.Increment(ref number) == 1)
            {
                silent.SetResult();
                await connection.StayAsync();
            }

            await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        using TestClient client = new(server.Options(_time));

        Task<TestTask> call = client.GetTaskAsync();
        await silent.Task;
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("task-unified-1", (await _time.RunAsync(call)).Id);
    }

    private async Task<TestTask> GetAsync(StubServer server)
    {
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        return await _time.RunAsync(client.GetTaskAsync());
    }
}
