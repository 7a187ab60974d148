using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Uploads;

/// <summary>A file is checked before it is sent, sent as it is read, and told of on the way.</summary>
public sealed class UploadTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private const string Kept = """{"data":{"url":"https://files.test/1"}}""";
    private static readonly byte[] s_png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 9, 9];
    private static readonly ApiOperation s_upload = new("upload", "POST", "/v1/files", "https://files.test") { Upload = new("file", "/data/url") { Expires = "/data/end", MaxBytes = 200 * Megabyte, LifetimeSeconds = 60 } };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Progress_RisesToTheWholeSize()
    {
        Reports reports = new();
        using DrainingServer server = new();
        using TestClient client = new(TestApi.Options(), server.Client());

        await FileUpload.SendAsync(client.Calls, s_upload, new MemoryStream(new byte[300_000]), "a.bin", new UploadOptions { Progress = reports }, default);

        Assert.Equal(new UploadProgress(0, 300_000), reports.All[0]);
        Assert.Equal(new UploadProgress(300_000, 300_000), reports.All[^1]);
        Assert.Equal(reports.All.OrderBy(report => report.SentBytes), reports.All);
        Assert.InRange(reports.All.Count, 4, 10);
    }

    [Fact]
    public async Task AStreamWithoutALength_IsSentWhole_AndKnownByItsFirstBytes()
    {
        StubServer server = new(_ => StubServer.Json(Kept));
        using TestClient client = new(TestApi.Options(), server.Client());
        byte[] bytes = [.. s_png, .. new byte[200].Select(_ => (byte)'x')];

        UploadedFile file = await FileUpload.SendAsync(client.Calls, s_upload, new OneWayStream(bytes), "cat", null, default);

        Assert.Equal(("image/png", null), (file.ContentType, file.Size));
        Assert.Contains("PNG", server.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains(new string('x', 200) + "\r\n", server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFile_IsSentAgainFromItsBeginning()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.ServiceUnavailable, retryAfter: "0"), () => StubServer.Json(Kept));
        using TestClient client = new(TestApi.Options(), server.Client());

        await FileUpload.SendAsync(client.Calls, s_upload, Stream("skipped|content"), "a.txt", null, TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Contains("\r\ncontent\r\n", request.Body, StringComparison.Ordinal));

        static MemoryStream Stream(string text)
        {
            MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(text)) { Position = "skipped|".Length };
            return stream;
        }
    }

    [Theory]
    [InlineData(0, "a.png: is empty")]
    [InlineData((200 * Megabyte) + 1, "a.png: has 209715201 bytes; at most 200 MB can be uploaded")]
    public async Task AFileOfAnImpossibleSize_IsNotSent(long size, string says)
    {
        string path = Path.Combine(_folder.FullName, "a.png");
        using (FileStream file = File.Create(path)) file.SetLength(size);

        await AssertRefusedAsync(client => UploadAsync(client, path), says);
    }

    [Fact]
    public async Task WhatTheParameterDoesNotTake_IsNotSent_AndEveryLimitIsNamed()
    {
        ModelMedia picture = new() { Kind = "image", Formats = ["jpg"], MaxBytes = 5, MinSide = 300, MaxAspect = 2.5m, MaxPixels = 100_000 };
        Inspector inspector = new(new MediaMeasures { Width = 1000, Height = 200 });

        await AssertRefusedAsync(client => UploadAsync(client, s_png, picture), "cat.bin: is image/png; expected jpg", inspector);
        await AssertRefusedAsync(client => UploadAsync(client, s_png, picture), "cat.bin: has 10 bytes; at most 5 bytes are taken", inspector);
        await AssertRefusedAsync(client => UploadAsync(client, s_png, picture), "cat.bin: is 1000x200 pixels; at least 300 a side are taken", inspector);
        await AssertRefusedAsync(client => UploadAsync(client, s_png, picture), "cat.bin: is 1000x200 pixels; at most 100000 in all are taken", inspector);
        await AssertRefusedAsync(client => UploadAsync(client, s_png, picture), "cat.bin: is 1000x200 pixels; at most 2.5 times as wide as high is taken", inspector);
        await AssertRefusedAsync(client => UploadAsync(client, s_png, new() { Kind = "video" }), "cat.bin: is image/png; expected a video");
        Inspector film = new(new MediaMeasures { Duration = TimeSpan.FromMilliseconds(2500) });
        await AssertRefusedAsync(client => UploadAsync(client, s_png, new() { Kind = "image", MinSeconds = 3 }), "plays 2.5 seconds; at least 3 seconds are taken", film);
    }

    [Fact]
    public async Task WhatIsTaken_IsSentWhole_AfterItWasInspected()
    {
        StubServer server = new(_ => StubServer.Json(Kept));
        EvolinkOptions options = TestApi.Options();
        options.MediaInspector = new Inspector(new MediaMeasures { Width = 300, Height = 300 });
        using TestClient client = new(options, server.Client());
        MemoryStream stream = new([1, 2, .. s_png]) { Position = 2 };

        await FileUpload.SendAsync(
            client.Calls, s_upload, stream, "cat.png", new UploadOptions { Media = new ModelMedia { Kind = "image", Formats = ["png"], MinSide = 300, MaxSide = 300 } }, default);

        Assert.Contains("PNG", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
        Assert.Equal(("image/png", 10L, 0L), ((Inspector)options.MediaInspector).Seen);
    }

    [Fact]
    public async Task ACancellation_EndsTheUpload_AndLeavesTheStreamOpen()
    {
        using CancellationTokenSource ending = new();
        using TestClient client = new(TestApi.Options(), new DrainingServer().Client());
        MemoryStream stream = new(new byte[10 * Megabyte]);
        Reports reports = new(report => { if (report.SentBytes > Megabyte) ending.Cancel(); });

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FileUpload.SendAsync(client.Calls, s_upload, stream, "a.bin", new UploadOptions { Progress = reports }, ending.Token));

        Assert.InRange(stream.Position, Megabyte, 9 * Megabyte);
        Assert.Equal(ending.Token, canceled.CancellationToken);
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task AHandlerThatThrows_EndsTheUpload_AndIsNotTakenForTheLine(Type type)
    {
        Exception failure = (Exception)Activator.CreateInstance(type)!;
        await using RawServer server = new(async connection => await connection.ReadRequestAsync());
        ManualTimeProvider time = new();
        using TestClient client = new(server.Options(time));
        Reports reports = new(report =>
        {
            if (report.SentBytes > 0) throw failure;
        });

        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => time.RunAsync(
            FileUpload.SendAsync(client.Calls, s_upload, new MemoryStream(new byte[Megabyte]), "a.bin", new UploadOptions { Progress = reports }, default)));

        Assert.Same(failure, thrown);
        Assert.Equal((1, TimeSpan.Zero), (reports.All.Count(report => report.SentBytes > 0), time.Now));
    }

    [Fact]
    public async Task AHandlerThatThrowsAtTheEnd_DoesNotLoseTheFile()
    {
        using DrainingServer server = new();
        using TestClient client = new(TestApi.Options(), server.Client());
        Reports reports = new(report =>
        {
            if (report.SentBytes == s_png.Length && server.Bytes > 0) throw new InvalidOperationException("The bar is full.");
        });

        UploadedFile file = await FileUpload.SendAsync(client.Calls, s_upload, new MemoryStream(s_png), "a.png", new UploadOptions { Progress = reports }, default);

        Assert.Equal("https://files.test/1", file.Url.AbsoluteUri);
        Assert.Equal(new UploadProgress(s_png.Length, s_png.Length), reports.All[^1]);
    }

    [Theory]
    [InlineData("", 60)]
    [InlineData(""","end":"soon" """, 60)]
    [InlineData(""","end":-1""", 60)]
    [InlineData(""","end":-70000000000""", 60)]
    [InlineData(""","end":-9223372036854775808""", 60)]
    [InlineData(""","end":9223372036854775807""", 60)]
    [InlineData(""","end":"2026-01-01T00:00:10Z" """, 10)]
    [InlineData(""","end":"2026-01-01 00:00:10" """, 10)]
    [InlineData(""","end":1767225610""", 10)]
    [InlineData(""","end":1767225610000""", 10)]
    public async Task TheLifetime_IsTheResponses_OrElseTheDocumented(string end, int seconds)
    {
        ManualTimeProvider time = new();
        StubServer server = new(_ => StubServer.Json($$$"""{"data":{"url":"https://files.test/1"{{{end}}}}}"""));
        using TestClient client = new(TestApi.Options(time), server.Client());
        DateTimeOffset start = seconds == 60 ? time.GetUtcNow() : new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(start.AddSeconds(seconds), (await UploadAsync(client, s_png, null)).ExpiresAt);
    }

    [Fact]
    public async Task AFileThatIsNotThere_IsSaidByItsPath() =>
        Assert.Contains("nowhere.png", (await Assert.ThrowsAsync<FileNotFoundException>(() => UploadAsync(new TestClient(TestApi.Key), Path.Combine(_folder.FullName, "nowhere.png")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task ARefusalOfTheFilesApi_HasItsCode()
    {
        StubServer server = new(_ => StubServer.Json("""{"success":false,"code":40002,"msg":"Unsupported file type"}""", HttpStatusCode.BadRequest));
        using TestClient client = new(TestApi.Options(), server.Client());

        EvolinkApiException refused = await Assert.ThrowsAsync<EvolinkApiException>(() => UploadAsync(client, s_png, null));

        Assert.Equal("40002", refused.Code);
        Assert.Contains("Unsupported file type", refused.Message, StringComparison.Ordinal);
    }

    private static Task<UploadedFile> UploadAsync(TestClient client, string path) => FileUpload.SendAsync(client.Calls, s_upload, path, null, TestContext.Current.CancellationToken);

    private static Task<UploadedFile> UploadAsync(TestClient client, byte[] content, ModelMedia? media) =>
        FileUpload.SendAsync(client.Calls, s_upload, new MemoryStream(content), "cat.bin", new UploadOptions { Media = media }, TestContext.Current.CancellationToken);

    private static async Task AssertRefusedAsync(Func<TestClient, Task> upload, string says, IMediaInspector? inspector = null)
    {
        StubServer server = new(_ => StubServer.Json(Kept));
        EvolinkOptions options = TestApi.Options();
        options.MediaInspector = inspector;
        using TestClient client = new(options, server.Client());

        Assert.Contains(says, (await Assert.ThrowsAsync<EvolinkValidationException>(() => upload(client))).Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private sealed class Reports(Action<UploadProgress>? then = null) : IProgress<UploadProgress>
    {
        public List<UploadProgress> All { get; } = [];

        public void Report(UploadProgress value)
        {
            All.Add(value);
            then?.Invoke(value);
        }
    }

    private sealed class Inspector(MediaMeasures measures) : IMediaInspector
    {
        public (string Type, long Length, long Start) Seen { get; private set; }

        public async ValueTask<MediaMeasures?> InspectAsync(Stream content, string contentType, CancellationToken cancellationToken)
        {
            Seen = (contentType, content.Length, content.Position);
            await content.CopyToAsync(System.IO.Stream.Null, cancellationToken);
            content.Dispose();
            return measures;
        }
    }
}
