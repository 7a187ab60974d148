using System.Net;
using Evolink.Runtime.Configuration;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Evolink.Tests.Configuration;

/// <summary>Keys that are none are refused before anything is sent, by clients of EvoLink's alone, and in no message.</summary>
public sealed class KeyFormTests
{
    private static readonly ApiDescriptor s_foreign = TestApi.Descriptor with { HasEvolinkConventions = false };

    [Theory]
    [InlineData("\"sk-0123456789abcdefghij\"")]
    [InlineData("<sk-0123456789abcdefghij>")]
    [InlineData("${EVOLINK_API_KEY}")]
    [InlineData("Bearer:sk-0123456789abcdefghij")]
    [InlineData("YOUR_API_KEY")]
    [InlineData("sk-your-key-here")]
    [InlineData("sk-xxxxxxxxxxxx")]
    [InlineData("sk-...")]
    public void WhatIsNoKey_IsRefused_AndNotQuoted(string key)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new TestClient(key));
        InvalidOperationException ofEnvironment = Assert.Throws<InvalidOperationException>(() => ClientSettings.From(TestApi.Descriptor, new EvolinkOptions(), name => name == "EVOLINK_API_KEY" ? key : null));

        Assert.Contains("EvolinkOptions: ApiKey must be ", error.Message, StringComparison.Ordinal);
        Assert.Contains("EVOLINK_API_KEY cannot be used", ofEnvironment.Message, StringComparison.Ordinal);
        Assert.All(new[] { error.ToString(), ofEnvironment.ToString().Replace("EVOLINK_API_KEY", "", StringComparison.Ordinal) }, text => Assert.DoesNotContain(key.Trim('"', '<', '>', '$', '{', '}'), text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sk-0123456789abcdefghij")]
    [InlineData("0123456789abcdefghij")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.ZRrHA1JJJW8opsbCGfG_HACGpVUMN_a9IV7pAx_Zmeo")]
    public void WhatMayBeAKey_IsTaken(string key) => new TestClient(key).Dispose();

    [Theory]
    [InlineData("user:password")]
    [InlineData("\"quoted\"")]
    public void AGateway_AndAnotherApi_HaveKeysOfTheirOwn(string key)
    {
        new TestClient(new EvolinkOptions { ApiKey = key, BaseAddress = new Uri("https://gateway.test") }).Dispose();
        new TestClient(new EvolinkOptions { ApiKey = key }, descriptor: s_foreign).Dispose();
        Assert.NotNull(ClientSettings.From(TestApi.Descriptor, new EvolinkOptions { ApiKey = key }, name => name == "EVOLINK_BASE_URL" ? "https://gateway.test" : null));
    }

    [Fact]
    public async Task AHost_SaysSoWhenItStarts()
    {
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, options => options.ApiKey = "\"sk-0123456789abcdefghij\"", (options, http) => new TestClient(options, http), TestApi.Descriptor);
        await using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ApiKey must be the key alone", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another-service-0123456789", true)]
    [InlineData("sk-0123456789abcdefghij", false)]
    public async Task AKeyThatTheServiceRefuses_AndThatBeginsOtherwise_IsSaidToBe(string key, bool isSaid)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.Unauthorized, "invalid_api_key"));
        using HttpClient http = server.Client();
        using TestClient client = new(new EvolinkOptions { ApiKey = key }, http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.GetTaskAsync());

        Assert.Equal(isSaid, error.Message.Contains("The key does not begin with 'sk-'", StringComparison.Ordinal));
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-17")]
    [InlineData("an-order/with-a-slash")]
    [InlineData("an-order:with-a-colon")]
    [InlineData(97)]
    public async Task AnIdempotencyKeyThatEvolinkDoesNotKnow_IsRefused_AndNothingIsSent(object given)
    {
        string key = given as string ?? new string('k', (int)given);
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => client.SubmitAsync(new TestRequest(), new RequestOptions { IdempotencyKey = key }));

        Assert.Contains("16 to 96 letters, digits, dots, underscores and hyphens", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("order.17_of-2026", true)]
    [InlineData("order-17", false)]
    public async Task AnotherApi_TakesAnyIdempotencyKey_AndEvolinkItsOwnForm(string key, bool hasConventions)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http, hasConventions ? null : s_foreign);

        await client.SubmitAsync(new TestRequest(), new RequestOptions { IdempotencyKey = key }, TestContext.Current.CancellationToken);

        Assert.Equal(key, server.Requests[0].IdempotencyKey);
    }

    [Fact]
    public async Task TheClientsOwnKeys_HaveEvolinksForm()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        await client.SubmitAsync(new TestRequest(), TestContext.Current.CancellationToken);

        Assert.Matches("^[A-Za-z0-9._-]{16,96}$", server.Requests[0].IdempotencyKey);
    }
}
