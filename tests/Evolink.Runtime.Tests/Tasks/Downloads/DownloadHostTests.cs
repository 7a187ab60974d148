using System.Net;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Downloads;

/// <summary>No server may send a program to hosts that only the program can reach.</summary>
public sealed class DownloadHostTests : IDisposable
{
    private readonly DownloadFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("https://127.0.0.1/v.mp4")]
    [InlineData("http://127.0.0.1:81/v.mp4")]
    [InlineData("https://2130706433/v.mp4")]
    [InlineData("https://0x7f.1/v.mp4")]
    [InlineData("https://017700000001/v.mp4")]
    [InlineData("https://0.0.0.0/v.mp4")]
    [InlineData("https://[::1]/v.mp4")]
    [InlineData("https://[::ffff:10.0.0.1]/v.mp4")]
    [InlineData("https://[64:ff9b::a00:1]/v.mp4")]
    [InlineData("https://[fe80::1]/v.mp4")]
    [InlineData("https://[fd00::1]/v.mp4")]
    [InlineData("https://10.0.0.1/v.mp4")]
    [InlineData("https://172.16.0.1/v.mp4")]
    [InlineData("https://192.168.1.1./v.mp4")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://１２７.0.0.1/v.mp4")]
    [InlineData("https://localhost/v.mp4")]
    [InlineData("http://LOCALHOST:8080/v.mp4")]
    [InlineData("https://a.localhost./v.mp4")]
    [InlineData("https://nas.local/v.mp4")]
    [InlineData("https://metadata.google.internal/v.mp4")]
    public async Task AResultOnAPrivateHost_IsNotFetched(string address)
    {
        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(address, new DownloadOptions()));

        Assert.Equal(DownloadFolder.TaskId, error.TaskId);
        Assert.Contains("DownloadOptions.AllowPrivateHosts", error.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task TheOption_AllowsThem()
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", DownloadFolder.Video);
        string address = new Uri(server.Address, "/v.mp4").AbsoluteUri;
        await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(address, new DownloadOptions()));
        Assert.Equal(0, server.Connections);

        Assert.Equal("v.mp4", Path.GetFileName(Assert.Single(await DownloadAsync(address, new DownloadOptions { AllowPrivateHosts = true }))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHostThatNoNameServerCanKnow_IsADownloadsFailure(bool allowsPrivateHosts)
    {
        const string Address = "https://xn--ü.example/v.mp4";
        Assert.Throws<UriFormatException>(() => new Uri(Address).IdnHost);

        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(Address, new DownloadOptions { AllowPrivateHosts = allowsPrivateHosts }));

        Assert.Equal(DownloadFolder.TaskId, error.TaskId);
        Assert.Contains("a host that is no name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectToAPrivateHost_IsNotFollowed()
    {
        using HttpMessageInvoker invoker = new(new StubServer(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("https://169.254.169.254/latest") } }));
        ResultLink link = new(invoker, "test", allowsPrivateHosts: false);

        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() =>
            link.GetAsync(new Uri("https://results.example.com/v.mp4"), 0, null, TestContext.Current.CancellationToken));

        Assert.Contains("link-local", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("169.254.169.254", "link-local")]
    [InlineData("::1", "loopback")]
    [InlineData("fd00::1", "unique-local")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    public async Task ANameThatLeadsToAPrivateHost_IsNotConnectedTo(string resolved, string problem)
    {
        using HttpMessageInvoker invoker = new(DownloadHandlers.Create(allowsPrivateHosts: false, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(resolved)])));
        ResultLink link = new(invoker, "test", allowsPrivateHosts: false);

        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() =>
            link.GetAsync(new Uri("https://results.example.com/v.mp4"), 0, null, TestContext.Current.CancellationToken));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("DownloadOptions.AllowPrivateHosts", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("2606:4700::1111")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("198.18.0.7")]
    public void APublicAddress_OrOneThatStandsForOne_IsFine(string resolved) => Assert.Null(ResultHost.FindResolvedProblem(IPAddress.Parse(resolved)));

    [Theory]
    [InlineData("https://results.example.com/v.mp4")]
    [InlineData("https://8.8.8.8/v.mp4")]
    [InlineData("https://[2606:4700::1111]/v.mp4")]
    [InlineData("https://bücher.example/v.mp4")]
    public void APublicHost_IsFine(string address) => Assert.Null(ResultHost.FindProblem(new Uri(address)));

    private async Task<IReadOnlyList<string>> DownloadAsync(string result, DownloadOptions options)
    {
        using StubServer api = new(_ => StubServer.Json(TestApi.Task("completed", $"\"results\":[\"{result}\"]")));
        using HttpClient http = api.Client();
        using TestClient client = new(TestApi.Options(_folder.Time), http);
        return await _folder.Time.RunAsync(client.Resume(DownloadFolder.TaskId).DownloadAsync(_folder.Path, options));
    }
}
