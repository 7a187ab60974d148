using Evolink.Jobs.Limits;
using Evolink.Jobs.Requests;
using Evolink.Jobs.Running;
using Evolink.Jobs.Stores;
using Evolink.Tests.Support;

namespace Evolink.Jobs.Tests.Support;

/// <summary>What drives jobs, without a host and without a service: on a clock of the test's, and on no socket.</summary>
internal sealed class BareJobs : IDisposable
{
    private readonly HttpClient _http;
    private readonly EvolinkClient _client;

    /// <param name="store">Where the jobs are; null for memory.</param>
    /// <param name="sink">Saves files; null for a test that saves none.</param>
    /// <param name="resolver">The host's; null for none.</param>
    /// <param name="answer">The service; null for a test that sends nothing.</param>
    /// <param name="configure">Of the client.</param>
    /// <param name="estimate">What each job costs.</param>
    /// <param name="keepEndedFor">How long ended jobs are kept.</param>
    public BareJobs(
        Func<TimeProvider, IJobStore>? store = null,
        IResultSink? sink = null,
        IOutcomeResolver? resolver = null,
        Func<HttpResponseMessage>? answer = null,
        Action<EvolinkOptions>? configure = null,
        decimal? estimate = null,
        TimeSpan? keepEndedFor = null)
    {
        Store = store?.Invoke(Clock) ?? new InMemoryJobStore(Clock);
        EvolinkOptions options = new() { ApiKey = "sk-0123456789abcdef0123456789abcdef", MaxRetries = 0 };
        configure?.Invoke(options);
        _http = new HttpClient(new Service(this, answer));
        _client = new EvolinkClient(options, _http);
        RequestCodec codec = new(EvolinkModels.Catalogue);
        Services = new JobServices(Store, () => _client, codec, sink ?? new Sink((_, _) => Task.FromResult<IReadOnlyList<string>>([])), resolver, new CreditEstimate(codec, _ => estimate), new JobChanges([], Log), Clock, Log);
        JobLimits limits = new(100, 1000, null);
        Dispatcher = new JobDispatcher(Services, limits, new JobGate(limits, Clock), new TaskHints(Services), new EndedJobs(Services, keepEndedFor));
    }

    public ManualTimeProvider Clock { get; } = new();

    public RecordingLogger Log { get; } = new();

    public IJobStore Store { get; }

    public JobServices Services { get; }

    public JobDispatcher Dispatcher { get; }

    /// <summary>How often the service was asked.</summary>
    public int Requests { get; private set; }

    /// <summary>A job as it is in the store; by default one that has just been enqueued.</summary>
    public async Task<GenerationJob> AddAsync(string id, Func<GenerationJob, GenerationJob>? change = null)
    {
        (string model, string type, string json) = RequestCodec.Write(JobWorld.Request());
        DateTimeOffset now = Clock.GetUtcNow();
        GenerationJob job = new() { Id = id, Model = model, RequestType = type, Request = json, CreatedAt = now, UpdatedAt = now, NotBefore = now, ExpiresAfter = TimeSpan.FromHours(24) };
        return await Store.AddAsync(change?.Invoke(job) ?? job, TestContext.Current.CancellationToken);
    }

    /// <summary>Takes a shard as whoever drives does.</summary>
    public async Task<OwnedShard> OwnAsync(int shard) => Dispatcher.Own(shard, (await Store.AcquireAsync(shard, "test", TestContext.Current.CancellationToken)).Epoch);

    public void Dispose()
    {
        Dispatcher.Dispose();
        _client.Dispose();
        _http.Dispose();
    }

    private sealed class Service(BareJobs owner, Func<HttpResponseMessage>? answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            owner.Requests++;
            if (request.Content is { } content) await content.ReadAsByteArrayAsync(cancellationToken);
            HttpResponseMessage response = answer?.Invoke() ?? throw new InvalidOperationException("Nothing should be sent.");
            response.RequestMessage = request;
            return response;
        }
    }

    /// <summary>A sink of one function.</summary>
    public sealed class Sink(Func<GenerationJob, CancellationToken, Task<IReadOnlyList<string>>> save) : IResultSink
    {
        public Task<IReadOnlyList<string>> SaveAsync(GenerationJob job, GenerationTask task, CancellationToken cancellationToken) => save(job, cancellationToken);
    }

    /// <summary>A resolver of one function.</summary>
    public sealed class Resolver(Func<CancellationToken, Task<SubmissionOutcome>> resolve) : IOutcomeResolver
    {
        public Task<SubmissionOutcome> ResolveAsync(GenerationJob job, CancellationToken cancellationToken) => resolve(cancellationToken);
    }
}
