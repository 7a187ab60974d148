using System.Collections.Concurrent;
using Evolink.Tests.Support;
using Evolink.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Evolink.AspNetCore.Tests;

/// <summary>A request that is sent again under its key is the same request, its address included.</summary>
public sealed class KeyedAddressTests
{
    private const string Key = "job-0193.0";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);

    private readonly ManualTimeProvider _clock = new();
    private readonly EvolinkWebhookOptions _options = new() { PublicAddress = new Uri("https://hooks.example.com"), Lifetime = s_lifetime };
    private readonly EvolinkCallbackUrls _urls;

    public KeyedAddressTests()
    {
        _options.Secrets.Add(WebhookHost.Secret);
        WebhookRoute route = new();
        route.Map("/evolink/{token}");
        _urls = new EvolinkCallbackUrls(Options.Create(_options), route, _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AJobThatIsSentAgain_HasTheSameAddress()
    {
        // Both sends create a task, so that both bodies are seen.
        ConcurrentQueue<string?> addresses = new();
        string database = Path.Combine(Directory.CreateTempSubdirectory("evolink-jobs-").FullName, "jobs.db");
        await using WebhookHost host = await WebhookHost.StartAsync(
            configure: static options => options.AddToRequests = true,
            services: services => services.AddEvolinkJobs(jobs => jobs.UseSqlite(database)),
            scripts: task =>
            {
                addresses.Enqueue(task.Body.GetProperty("callback_url").GetString());
                return null;
            },
            simulation: static options => options with { HonoursIdempotencyKeys = false, Faults = new FaultPlan().OnCreates(Fault.ResetAfterRequest()).For });
        IGenerationJobs jobs = host.App.Services.GetRequiredService<IGenerationJobs>();
        GenerationRequest request = new Happyhorse1_0ImageToVideoRequest { ImageUrls = [new("https://cdn.example.com/cat.png")] };

        GenerationJob end = await jobs.WaitAsync((await jobs.EnqueueAsync(request, new JobOptions { SubmitRetry = SubmitRetry.OnceWithSameKey }, Cancellation)).Id, Cancellation);

        Assert.Equal(2, end.Sends);
        Assert.Equal(2, addresses.Count);
        Assert.NotNull(Assert.Single(addresses.Distinct()));
        await host.App.StopAsync(Cancellation);
        Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
    }

    [Fact]
    public async Task ARequestWithoutAKey_HasAnAddressOfItsOwn()
    {
        ConcurrentQueue<string?> addresses = new();
        await using WebhookHost host = await WebhookHost.StartAsync(configure: static options => options.AddToRequests = true, scripts: task =>
        {
            addresses.Enqueue(task.Body.GetProperty("callback_url").GetString());
            return null;
        });
        GenerationRequest request = new Happyhorse1_0ImageToVideoRequest { ImageUrls = [new("https://cdn.example.com/cat.png")] };

        for (int send = 0; send < 2; send++) await host.Client.SubmitAsync(request, Cancellation);

        Assert.Equal(2, addresses.Distinct().Count());
    }

    [Fact]
    public void OfAJob_ItIsTheSameHoweverLateItIsSent_AndGoodForTwoLifetimesFromThere()
    {
        DateTimeOffset since = _clock.GetUtcNow();
        Uri address = _urls.CreateOfKey(Key, since);
        _clock.Advance(7 * s_lifetime);

        Assert.Equal(address, _urls.CreateOfKey(Key, since));
        Assert.NotEqual(address, _urls.CreateOfKey("job-0193.1", since));
        Assert.Equal("", Read(address, since + (2 * s_lifetime) - TimeSpan.FromSeconds(1)));
        Assert.Null(Read(address, since + (2 * s_lifetime)));
    }

    [Fact]
    public void OfAnyOtherKey_ItChangesOnceInALifetime_AndIsGoodForOneAtLeast()
    {
        List<Uri> addresses = [];
        for (int hour = 0; hour < 72; hour++)
        {
            Uri address = _urls.CreateOfKey(Key, null);
            Assert.Equal("", Read(address, _clock.GetUtcNow() + s_lifetime - TimeSpan.FromSeconds(1)));
            Assert.Null(Read(address, _clock.GetUtcNow() + (2 * s_lifetime) + TimeSpan.FromSeconds(1)));
            addresses.Add(address);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.InRange(addresses.Distinct().Count(), 3, 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void AnyLifetime_GivesAnAddress(long ticks)
    {
        _options.Lifetime = TimeSpan.FromTicks(ticks);

        Assert.NotNull(_urls.CreateOfKey(Key, null));
        Assert.NotNull(_urls.CreateOfKey(Key, _clock.GetUtcNow()));
        Assert.NotNull(_urls.Create());
    }

    private static string? Read(Uri address, DateTimeOffset now) => CallbackToken.Read([WebhookHost.Secret], address.Segments[^1], now);
}
