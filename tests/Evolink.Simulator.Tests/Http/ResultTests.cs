using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Evolink.Tests;

public sealed class ResultTests
{
    [Theory]
    [InlineData(Api.Creates, Api.Film, "video/mp4", "\0\0\0\u0020ftypisom")]
    [InlineData("/v1/images/generations", """{"model":"sketch-1"}""", "image/png", "\u0089PNG\r\n")]
    public async Task AResult_IsARealFileOfItsKind(string path, string body, string contentType, string firstBytes)
    {
        await using Api api = await Api.StartAsync();
        using HttpResponseMessage response = await api.Client.GetAsync(await ResultAsync(api, body, path), TestContext.Current.CancellationToken);
        byte[] content = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(content.Length, response.Content.Headers.ContentLength);
        Assert.NotNull(response.Headers.ETag);
        Assert.StartsWith(firstBytes, Encoding.Latin1.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADownload_CanBeResumedWhereItWasCut()
    {
        await using Api api = await Api.StartAsync();
        Uri url = await ResultAsync(api);
        byte[] whole = await api.Client.GetByteArrayAsync(url, TestContext.Current.CancellationToken);
        using HttpResponseMessage head = await api.Client.GetAsync(url, TestContext.Current.CancellationToken);

        using HttpRequestMessage request = new(HttpMethod.Get, url);
        request.Headers.Range = new RangeHeaderValue(100_000, null);
        request.Headers.IfRange = new RangeConditionHeaderValue(head.Headers.ETag!);
        using HttpResponseMessage rest = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(100_000, whole.Length - 1, whole.Length), rest.Content.Headers.ContentRange);
        Assert.Equal(whole[100_000..], await rest.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ARangeThatIsNotThere_IsNotSatisfiable()
    {
        await using Api api = await Api.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, await ResultAsync(api));
        request.Headers.Range = new RangeHeaderValue(100_000_000, null);

        using HttpResponseMessage response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
    }

    [Fact]
    public async Task AResult_NeedsNoKeyAndExpires()
    {
        await using Api api = await Api.StartAsync();
        Uri url = await ResultAsync(api);
        api.Client.DefaultRequestHeaders.Authorization = null;

        api.Time.Advance(TimeSpan.FromHours(23).TotalSeconds);
        HttpStatusCode early = await StatusAsync(api, url);
        api.Time.Advance(TimeSpan.FromHours(1).TotalSeconds);

        Assert.Equal(HttpStatusCode.OK, early);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(api, url));
    }

    [Fact]
    public async Task BeforeTheTaskCompleted_ThereIsNoFile()
    {
        await using Api api = await Api.StartAsync();
        string id = await api.CreateAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(api, new Uri(api.Simulator.BaseAddress, $"/results/{id}.mp4")));
    }

    private static async Task<Uri> ResultAsync(Api api, string body = Api.Film, string path = Api.Creates)
    {
        string id = await api.CreateAsync(body, path);
        api.Time.Advance(5);
        return new Uri((string)(await api.QueryAsync(id))["results"]![0]!);
    }

    private static async Task<HttpStatusCode> StatusAsync(Api api, Uri url)
    {
        using HttpResponseMessage response = await api.Client.GetAsync(url, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
