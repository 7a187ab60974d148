using Evolink.Runtime.Http;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenario 8: the host put a resilience handler on every HttpClient.</summary>
public sealed class ForeignHandlerScenarios
{
    [Fact]
    public async Task InAHost_ARetryHandler_IsStoppedAtTheWire()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, options => Configure(options, scenario), (options, http) => new TestClient(options, http))
            .AddHttpMessageHandler(() => new ForeignRetryHandler());
        await using ServiceProvider provider = services.BuildServiceProvider();
        scenario.Plan.OnCreates(Fault.ResetAfterRequest(), Fault.ResetAfterRequest(), Fault.ResetAfterRequest(), Fault.ResetAfterRequest());

        EvolinkOutcomeUnknownException error = await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(
            provider.GetRequiredService<TestClient>().SubmitAsync(new TestRequest(Scenario.Prompt)));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Contains("retry or redirect handler", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheCallersOwnClient_ARetryHandler_IsStoppedByTheBody()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        EvolinkOptions options = TestApi.Options();
        Configure(options, scenario);
        using HttpClient http = new(new ForeignRetryHandler { InnerHandler = new SocketsHttpHandler() });
        using TestClient client = new(options, http);
        scenario.Plan.OnCreates(Fault.Status(502, carriesOut: true), Fault.Status(502, carriesOut: true));

        await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(client.SubmitAsync(new TestRequest(Scenario.Prompt)));

        scenario.AssertPaid(creates: 1, charges: 1);
    }

    // Who reads the content has .NET keep it, and every later send copies what is kept.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnTheCallersOwnClient_ARetryHandler_IsStopped_WhereALogReadsTheBody(bool logsOutside)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        EvolinkOptions options = TestApi.Options();
        Configure(options, scenario);
        ReadingHandler log = new();
        ForeignRetryHandler retry = new();
        DelegatingHandler outer = logsOutside ? log : retry, inner = logsOutside ? retry : log;
        (outer.InnerHandler, inner.InnerHandler) = (inner, new SocketsHttpHandler());
        using HttpClient http = new(outer);
        using TestClient client = new(options, http);
        scenario.Plan.OnCreates(Fault.Status(502, carriesOut: true), Fault.Status(502, carriesOut: true));

        EvolinkOutcomeUnknownException error = await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(client.SubmitAsync(new TestRequest(Scenario.Prompt)));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Contains("retry or redirect handler", error.Message, StringComparison.Ordinal);
        Assert.All(log.Seen, body => Assert.Contains(Scenario.Prompt, body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ALogThatReadsTheBody_PassesItOn_WithTheHeadersThatItAdds(int logs)
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        HttpMessageHandler handlers = new SocketsHttpHandler();
        for (int i = 0; i < logs; i++) handlers = new ReadingHandler { InnerHandler = handlers };
        using HttpClient http = new(handlers);
        using TestClient client = new(server.Options(), http);

        Assert.Equal("task-unified-1", (await client.SubmitAsync(new TestRequest(Scenario.Prompt))).Id);

        string request = Assert.Single(server.Requests);
        Assert.Equal(("application/json", "1"), (RawConnection.Header(request, "Content-Type"), RawConnection.Header(request, "X-Read")?[..1]));
        Assert.EndsWith("{\"prompt\":\"" + Scenario.Prompt + "\"}", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARetryHandler_IsStopped_EvenBeforeABodyWasWritten()
    {
        int connections = 0;
        HttpMessageHandler handlers = HttpHandlers.ForApi();
        ((SocketsHttpHandler)((DelegatingHandler)handlers).InnerHandler!).ConnectCallback = (_, _) =>
        {
            connections++;
            throw new IOException("The network is down.");
        };
        EvolinkOptions options = TestApi.Options();
        options.SubmitRetry = SubmitRetry.Never;
        using HttpClient http = new(new ForeignRetryHandler { InnerHandler = handlers });
        using TestClient client = new(options, http);

        EvolinkConnectionException error = await Scenario.FailsAsync<EvolinkConnectionException>(client.SubmitAsync(new TestRequest(Scenario.Prompt)));

        Assert.Contains("retry or redirect handler", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, RequestPhase.NotStarted), (connections, error.Phase));
    }

    [Fact]
    public async Task AClearAnswer_PassesTheHandlerUnharmed()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        EvolinkOptions options = TestApi.Options(scenario.Time);
        Configure(options, scenario);
        using HttpClient http = new(new ForeignRetryHandler { InnerHandler = new SocketsHttpHandler() });
        using TestClient client = new(options, http);

        Assert.Equal("task-unified", (await client.SubmitAsync(new TestRequest(Scenario.Prompt))).Id[..12]);
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    private static void Configure(EvolinkOptions options, Scenario scenario) =>
        (options.ApiKey, options.BaseAddress, options.LoggerFactory, options.TimeProvider) = (TestApi.Key, scenario.Simulator.BaseAddress, scenario.Listeners, scenario.Time);

    // As a log does, or what signs a body: it reads the content, and may add a header to what it has read.
    private sealed class ReadingHandler : DelegatingHandler
    {
        public List<string> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpContent content = request.Content!;
            Seen.Add(await content.ReadAsStringAsync(cancellationToken));
            content.Headers.TryAddWithoutValidation("X-Read", "1");
            return await base.SendAsync(request, cancellationToken);
        }
    }

    // As the usual ones do: the same message again, after a failure of the network or of the server.
    private sealed class ForeignRetryHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                    if ((int)response.StatusCode < 500 || attempt == 4) return response;
                    response.Dispose();
                }
                catch (HttpRequestException) when (attempt < 4)
                {
                }
            }
        }
    }
}
