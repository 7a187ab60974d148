using System.Collections.Concurrent;
using Evolink.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Evolink.Tests.DependencyInjection;

public sealed class HostingTests
{
    [Fact]
    public async Task AHostsClient_SendsByItsHttpClient_AndLogsNoSecret()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("completed", "\"results\":[\"https://r.test/1\"]")));
        MemoryLogs logs = new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        EvolinkHosting.AddClient(services, options => options.ApiKey = TestApi.Key, (options, http) => new TestClient(options, http))
            .ConfigurePrimaryHttpMessageHandler(() => server);
        await using ServiceProvider provider = services.BuildServiceProvider();

        TestClient client = provider.GetRequiredService<TestClient>();
        await client.SubmitAsync(new TestRequest("a secret wish"));
        await client.Calls.SendAsync(new ApiCall(TestApi.Query).Path("task_id", "1").Query("token", "signed-secret"));

        Assert.Same(client, provider.GetRequiredService<TestClient>());
        Assert.Contains(logs.Lines, line => line.Contains("created the task", StringComparison.Ordinal));
        foreach (string secret in new[] { TestApi.Key, "a secret wish", "signed-secret" })
        {
            Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task WhatTakesAnyClient_FindsTheFirst_AndSubmitsAndResumesByIt()
    {
        StubServer server = StubServer.Sequence(
            () => StubServer.Json(TestApi.Task("pending", "\"usage\":{\"credits_reserved\":12.5}")),
            () => StubServer.Json(TestApi.Task("completed", "\"results\":[\"https://r.test/1\"]")));
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, options => (options.ApiKey, options.SubmitRetry) = (TestApi.Key, SubmitRetry.Never), (options, http) => new TestClient(options, http))
            .ConfigurePrimaryHttpMessageHandler(() => server);
        await using ServiceProvider provider = services.BuildServiceProvider();

        IGenerationClient client = provider.GetRequiredService<IGenerationClient>();
        GenerationTask created = await client.SubmitAsync(new TestRequest("a wish"), new RequestOptions { IdempotencyKey = "key-of-this-wish-1" });
        GenerationTask again = client.ResumeTask(new TestRequest("a wish"), created.Id);
        await again.WaitAsync();

        Assert.Same(provider.GetRequiredService<TestClient>(), client);
        Assert.Equal((SubmitRetry.Never, "key-of-this-wish-1", 12.5m), (client.SubmitRetry, created.IdempotencyKey, created.CreditsReserved));
        Assert.Equal((created.Id, GenerationStatus.Completed, null), (again.Id, again.Status, again.CreditsReserved));
    }

    [Fact]
    public void Configuration_SetsEveryOption()
    {
        EvolinkOptions options = Configured(new()
        {
            ["ApiKey"] = "k",
            ["BaseAddress"] = "https://b.test",
            ["AttemptTimeout"] = "00:00:01",
            ["SubmitTimeout"] = "00:00:02",
            ["MaxRetries"] = "4",
            ["SubmitRetry"] = "OnceWithSameKey",
            ["ValidateRequests"] = "false",
            ["UserAgentSuffix"] = "u",
            ["Polling:MinimumInterval"] = "00:00:03",
            ["Polling:MaximumInterval"] = "00:00:04",
            ["Polling:Timeout"] = "00:00:05",
            ["Polling:RequestsPerSecond"] = "6.5",
            ["Polling:UseBatch"] = "false",
            ["AllowInsecureHttp"] = "true",
        });

        Assert.Equal(("k", "https://b.test", 4, SubmitRetry.OnceWithSameKey, false, "u"),
            (options.ApiKey, options.BaseAddress!.OriginalString, options.MaxRetries, options.SubmitRetry, options.ValidateRequests, options.UserAgentSuffix));
        Assert.Equal([1, 2, 3, 4, 5], new[] { options.AttemptTimeout, options.SubmitTimeout, options.Polling.MinimumInterval, options.Polling.MaximumInterval, options.Polling.Timeout!.Value }.Select(value => value.TotalSeconds));
        Assert.Equal((6.5, false, true), (options.Polling.RequestsPerSecond, options.Polling.UseBatch, options.AllowInsecureHttp));
    }

    [Theory]
    [InlineData("MaxRetries", "many")]
    [InlineData("AttemptTimeout", "30")]
    [InlineData("SubmitRetry", "Always")]
    [InlineData("ValidateRequests", "maybe")]
    [InlineData("BaseAddress", "https://[")]
    public void AConfigurationValueThatCannotBeRead_IsNamed(string name, string value)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Configured(new() { [name] = value }));

        Assert.Contains("Evolink:" + name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOptionOutOfRange_StopsTheHost()
    {
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, options => (options.ApiKey, options.MaxRetries) = (TestApi.Key, -1), (options, http) => new TestClient(options, http));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("MaxRetries", error.Message, StringComparison.Ordinal);
    }

    private static EvolinkOptions Configured(Dictionary<string, string?> values)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => "Evolink:" + pair.Key, pair => pair.Value)).Build();
        ServiceCollection services = new();
        EvolinkHosting.AddClient(services, configuration.GetSection("Evolink"), (options, http) => new TestClient(options, http));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<EvolinkOptions>>().Get(EvolinkHosting.GetName<TestClient>());
    }

    private sealed class MemoryLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
