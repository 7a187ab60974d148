using System.Net;

namespace Evolink.Tests;

public sealed class IndexTests
{
    [Fact]
    public async Task TheRoot_SaysWhatIsServed_WithoutAKey()
    {
        await using Api api = await Api.StartAsync();
        api.Client.DefaultRequestHeaders.Authorization = null;

        Answer index = await api.GetAsync("/");
        using HttpRequestMessage head = new(HttpMethod.Head, "/");
        Answer bodyless = await api.SendAsync(head);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, ""), (index.Status, bodyless.Status, bodyless.Text));
        Assert.Equal("Evolink.Simulator", (string?)index.Body["name"]);
        Assert.Contains("film-1", index.Body["models"]!.AsArray().Select(static model => (string?)model));
        Assert.Contains(Api.Creates, index.Body["operations"]!.AsArray().Select(static operation => (string?)operation!["path"]));
        Assert.DoesNotContain(api.Simulator.ApiKey, index.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credits_HaveNoEndUnlessOneIsAskedFor()
    {
        await using Api api = await Api.StartAsync(options => options with { CreditsPerTask = 900_000_000 });
        for (int i = 0; i < 3; i++) await api.CreateAsync();

        Answer credits = await api.GetAsync("/v1/credits");

        Assert.True((bool)credits.Body["data"]!["token"]!["unlimited_credits"]!);
        Assert.Equal(2_700_000_000m, (decimal)credits.Body["data"]!["user"]!["used_credits"]!);
        Assert.True((decimal)credits.Body["data"]!["user"]!["remaining_credits"]! > 0);
    }
}
