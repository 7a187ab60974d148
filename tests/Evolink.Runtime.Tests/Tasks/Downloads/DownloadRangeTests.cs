using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Downloads;

/// <summary>Only the rest of the very same file is put behind what is here.</summary>
public sealed class DownloadRangeTests : IDisposable
{
    private const string Modified = "Last-Modified: Mon, 23 Nov 2026 10:00:00 GMT\r\n";

    private static readonly byte[] s_video = DownloadFolder.Video;
    private static readonly byte[] s_other = [.. DownloadFolder.Video.Reverse()];

    private readonly DownloadFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ETag: \"v2\"\r\nContent-Range: bytes 50000-199999/200000\r\n")]
    [InlineData("ETag: W/\"v1\"\r\nContent-Range: bytes 50000-199999/200000\r\n")]
    [InlineData("Content-Range: bytes 50000-199999/200000\r\n")]
    [InlineData("ETag: \"v1\"\r\nContent-Range: bytes 50000-199999/200001\r\n")]
    [InlineData("ETag: \"v1\"\r\nContent-Range: bytes 49999-199998/200000\r\n")]
    [InlineData("ETag: \"v1\"\r\nContent-Range: bytes 50000-100000/200000\r\n")]
    [InlineData("ETag: \"v1\"\r\nContent-Range: words 50000-199999/200000\r\n")]
    [InlineData("ETag: \"v1\"\r\n")]
    [InlineData("ETag: \"v1\"\r\nContent-Range: bytes 50000-199999/200000\r\nLast-Modified: Mon, 23 Nov 2026 10:00:01 GMT\r\n")]
    public async Task ARestOfAnotherFile_IsNotGluedOn(string headers)
    {
        int requests = 0;
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, _) => ++requests switch
        {
            1 => DownloadFolder.SendAsync(connection, "200 OK", s_video[..50_000], "ETag: \"v1\"\r\n" + Modified, s_video.Length),
            2 => DownloadFolder.SendAsync(connection, "206 Partial Content", s_other[50_000..], headers),
            _ => DownloadFolder.SendAsync(connection, "200 OK", s_other, "ETag: \"v2\"\r\n"),
        });

        Assert.Equal(s_other, await File.ReadAllBytesAsync(Assert.Single(await _folder.DownloadAsync(server)), TestContext.Current.CancellationToken));
        Assert.Null(RawConnection.Header(DownloadFolder.FileRequests(server)[2], "Range"));
    }

    [Fact]
    public async Task AShorterRestThanAskedFor_IsKept_AndTheNextOneAskedFor()
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, request) =>
        {
            int from = DownloadFolder.RangeStart(request);
            int to = Math.Min(from + 60_000, s_video.Length);
            string range = from == 0 ? "" : $"Content-Range: bytes {from}-{to - 1}/{s_video.Length}\r\n";
            return DownloadFolder.SendAsync(connection, from == 0 ? "200 OK" : "206 Partial Content", s_video[from..to], "ETag: \"v1\"\r\n" + range, from == 0 ? s_video.Length : null);
        });

        Assert.Equal(s_video, await File.ReadAllBytesAsync(Assert.Single(await _folder.DownloadAsync(server)), TestContext.Current.CancellationToken));
        Assert.Equal([0, 60_000, 120_000, 180_000], DownloadFolder.FileRequests(server).Select(DownloadFolder.RangeStart));
    }

    [Fact]
    public async Task AResultOfUnknownLength_IsWhole_OnlyWhenTheLengthThatItsRestNamesIsThere()
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, request) => DownloadFolder.RangeStart(request) switch
        {
            0 => SendCutAsync(connection),
            int from => DownloadFolder.SendAsync(
                connection, "206 Partial Content", s_video[from..Math.Min(from + 60_000, s_video.Length)],
                $"ETag: \"v1\"\r\nContent-Range: bytes {from}-{Math.Min(from + 60_000, s_video.Length) - 1}/{s_video.Length}\r\n"),
        });

        Assert.Equal(s_video, await File.ReadAllBytesAsync(Assert.Single(await _folder.DownloadAsync(server)), TestContext.Current.CancellationToken));
        Assert.Equal([0, 50_000, 110_000, 170_000], DownloadFolder.FileRequests(server).Select(DownloadFolder.RangeStart));
    }

    [Fact]
    public async Task ARest_WhereNobodySaysHowLongTheResultIs_IsNotGluedOn()
    {
        int requests = 0;
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, _) => ++requests switch
        {
            1 => SendCutAsync(connection),
            2 => DownloadFolder.SendAsync(connection, "206 Partial Content", s_video[50_000..110_000], "ETag: \"v1\"\r\nContent-Range: bytes 50000-109999/*\r\n"),
            _ => DownloadFolder.SendAsync(connection, "200 OK", s_video, "ETag: \"v1\"\r\n"),
        });

        Assert.Equal(s_video, await File.ReadAllBytesAsync(Assert.Single(await _folder.DownloadAsync(server)), TestContext.Current.CancellationToken));
        Assert.Null(RawConnection.Header(DownloadFolder.FileRequests(server)[2], "Range"));
    }

    [Fact]
    public async Task AValidatorThatCannotBeSentBack_CountsAsNone()
    {
        int requests = 0;
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, _) => ++requests == 1
            ? DownloadFolder.SendAsync(connection, "200 OK", s_video[..50_000], "ETag: \"\u00e9\"\r\n", s_video.Length)
            : DownloadFolder.SendAsync(connection, "200 OK", s_video, "ETag: \"\u00e9\"\r\n"));

        Assert.Equal(s_video, await File.ReadAllBytesAsync(Assert.Single(await _folder.DownloadAsync(server)), TestContext.Current.CancellationToken));
        Assert.Null(RawConnection.Header(DownloadFolder.FileRequests(server)[1], "If-Range"));
    }

    [Fact]
    public async Task APieceThatNobodyAskedFor_IsNoResult()
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", Partial);

        await _folder.FailAsync(server);

        Assert.Empty(_folder.Files);

        static Task Partial(RawConnection connection, string request) =>
            DownloadFolder.SendAsync(connection, "206 Partial Content", s_video[..1000], $"ETag: \"v1\"\r\nContent-Range: bytes 0-999/{s_video.Length}\r\n");
    }

    // The first 50,000 bytes of a response in chunks that never ends.
    private static async Task SendCutAsync(RawConnection connection)
    {
        await connection.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\nETag: \"v1\"\r\nTransfer-Encoding: chunked\r\n\r\nC350\r\n");
        await connection.WriteAsync(s_video.AsMemory(0, 50_000));
        await connection.WriteAsync("\r\n");
    }

    [Theory]
    [InlineData("//")]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("https://[")]
    [InlineData("ftp://r.test/v.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:video/mp4,x")]
    [InlineData("javascript:0")]
    [InlineData("http://a b/")]
    [InlineData("http://r.test/v.mp4")]
    public async Task ARedirectThatLeadsNowhere_IsTyped(string location)
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, _) => connection.AnswerAsync("302 Found", "", "Location: " + location));

        await _folder.FailAsync(server);

        Assert.Single(DownloadFolder.FileRequests(server));
    }

    [Theory]
    [InlineData("300 Multiple Choices", "Location: /w.mp4")]
    [InlineData("302 Found", "X: y")]
    [InlineData("304 Not Modified", "X: y")]
    [InlineData("204 No Content", "X: y")]
    [InlineData("203 Non-Authoritative Information", "X: y")]
    public async Task AStatusThatIsNoResult_IsTyped(string status, string header)
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, _) => connection.WriteAsync($"HTTP/1.1 {status}\r\n{header}\r\n\r\n"));

        Assert.Equal(int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture), (int?)(await _folder.FailAsync(server)).StatusCode);
    }

    [Theory]
    [InlineData("w.mp4")]
    [InlineData("../w.mp4")]
    [InlineData("?again=1")]
    public async Task ARelativeRedirect_IsFollowed(string location)
    {
        int requests = 0;
        await using RawServer server = DownloadFolder.Serve("/out/v.mp4", (connection, _) => ++requests == 1
            ? connection.AnswerAsync("307 Temporary Redirect", "", "Location: " + location)
            : DownloadFolder.SendAsync(connection, "200 OK", s_video));

        Assert.Equal("v.mp4", Path.GetFileName(Assert.Single(await _folder.DownloadAsync(server))));
    }
}
