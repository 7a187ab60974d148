using Evolink.Jobs.Limits;
using Evolink.Jobs.Requests;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Running;

/// <summary>What driving a job needs.</summary>
internal sealed record JobServices(
    IJobStore Store,
    Func<IGenerationClient> GetClient,
    RequestCodec Codec,
    IResultSink Sink,
    IOutcomeResolver? Resolver,
    CreditEstimate Estimate,
    JobChanges Changes,
    TimeProvider Time,
    ILogger Logger)
{
    private static readonly TimeSpan s_submitTimeout = new EvolinkOptions().SubmitTimeout;

    // Made when it is first needed: a process that only waits needs no key.
    private readonly Lock _lock = new();
    private IGenerationClient? _client;

    /// <exception cref="Exception">The host has no client, or what makes it has failed; it is asked again the next time.</exception>
    public IGenerationClient Client
    {
        get
        {
            lock (_lock) return _client ??= GetClient();
        }
    }

    /// <summary>How long the client lets one attempt of a create take. Where it cannot be asked, the default.</summary>
    public TimeSpan SubmitTimeout
    {
        get
        {
            try
            {
                if (Client is EvolinkClientBase client) return client.SubmitTimeout;
            }
            catch (Exception)
            {
                // Who sends next is told why there is no client.
            }

            return s_submitTimeout;
        }
    }

    /// <summary>What the store calls this process.</summary>
    public static string Owner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>The shards that this process drives.</summary>
    public OwnedShards Shards { get; } = new();

    /// <summary>The tasks that this process polls for its jobs.</summary>
    public FollowedTasks Followed { get; } = new();

    /// <summary>The jobs that this process tries again later.</summary>
    public RestingJobs Resting { get; } = new(Time);

    /// <summary>Whether this process goes through its queue.</summary>
    public JobPulse Pulse { get; } = new(Time);

    /// <summary>Whether the service asks for fewer requests.</summary>
    public SubmissionHold Hold { get; } = new(Time);

    /// <summary>The time that is written into jobs. <see cref="Time"/> is for waiting.</summary>
    public StoreClock Clock { get; } = new(Store, Time);
}
