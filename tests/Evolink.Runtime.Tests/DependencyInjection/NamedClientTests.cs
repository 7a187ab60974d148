using Evolink.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Evolink.Tests.DependencyInjection;

public sealed class NamedClientTests
{
    [Fact]
    public async Task SeveralAccounts_HaveEachTheirKeyTheirOptionsAndTheirHttpClient()
    {
        StubServer first = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        StubServer second = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Evolink:AccountB:ApiKey", "key-of-b"), new("Evolink:AccountB:MaxRetries", "7")])
            .Build();
        ServiceCollection services = new();
        IHttpClientBuilder a = EvolinkHosting.AddClient(services, "accountA", options => options.ApiKey = "key-of-a", Create).ConfigurePrimaryHttpMessageHandler(() => first);
        IHttpClientBuilder b = EvolinkHosting.AddClient(services, "accountB", configuration.GetSection("Evolink:AccountB"), Create).ConfigurePrimaryHttpMessageHandler(() => second);
        await using ServiceProvider provider = services.BuildServiceProvider();

        TestClient clientA = provider.GetRequiredKeyedService<TestClient>("accountA");
        TestClient clientB = provider.GetRequiredKeyedService<TestClient>("accountB");
        await clientA.GetTaskAsync();
        await clientB.GetTaskAsync();

        Assert.Equal(("Bearer key-of-a", "Bearer key-of-b"), (Assert.Single(first.Requests).Headers["Authorization"], Assert.Single(second.Requests).Headers["Authorization"]));
        IOptionsMonitor<EvolinkOptions> options = provider.GetRequiredService<IOptionsMonitor<EvolinkOptions>>();
        Assert.Equal((3, 7), (options.Get(a.Name).MaxRetries, options.Get(b.Name).MaxRetries));
        Assert.Same(clientA, provider.GetRequiredKeyedService<TestClient>("accountA"));
        Assert.Null(provider.GetService<TestClient>());
    }

    [Fact]
    public void ANamedClient_AndTheOneWithoutAName_LiveSideBySide()
    {
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, options => options.ApiKey = "plain", Create);
        EvolinkHosting.AddClient(services, "other", options => options.ApiKey = "named", Create);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotSame(provider.GetRequiredService<TestClient>(), provider.GetRequiredKeyedService<TestClient>("other"));
    }

    [Fact]
    public void AnOptionOutOfRange_OfOneAccount_StopsTheHost()
    {
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, "accountA", options => options.ApiKey = TestApi.Key, Create);
        EvolinkHosting.AddClient(services, "accountB", options => (options.ApiKey, options.Polling.RequestsPerSecond) = (TestApi.Key, 0), Create);
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Polling.RequestsPerSecond", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("accountB", error.OptionsName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void AnAccountWithoutAName_IsRefused(string? name) =>
        Assert.ThrowsAny<ArgumentException>(() => EvolinkHosting.AddClient(new ServiceCollection(), name!, options => options.ApiKey = TestApi.Key, Create));

    [Fact]
    public async Task AForeignRetryHandler_IsStoppedAtTheWire()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, options => (options.ApiKey, options.BaseAddress) = (TestApi.Key, server.Address), Create)
            .AddHttpMessageHandler(() => new ThreeTimes());
        await using ServiceProvider provider = services.BuildServiceProvider();

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => provider.GetRequiredService<TestClient>().SubmitAsync(new TestRequest()));

        Assert.Single(server.Requests);
        Assert.Contains("retry", error.ToString(), StringComparison.Ordinal);
        Leaks.AssertNoKey(error);
    }

    private static TestClient Create(EvolinkOptions options, HttpClient http) => new(options, http);

    // What a host's resilience defaults do to every HttpClient.
    private sealed class ThreeTimes : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                    // Again.
                }
            }
        }
    }
}
