using Evolink.Runtime.Configuration;

namespace Evolink;

/// <summary>How many requests are carried through a client together.</summary>
public sealed record ManyOptions
{
    private const int MostParallel = 1000;

    /// <summary>
    /// How many requests are under way at the same time, from 1 to 1000. A request that is waited for is under way until its task has ended
    /// and its results are downloaded, so that no more tasks than this are paid for and unfinished at any moment; one that is only
    /// submitted, until its id is known.
    /// </summary>
    /// <value>The default is 10. Polls keep to <see cref="PollingOptions.RequestsPerSecond"/> however many tasks are waited for.</value>
    public int Parallelism { get; init; } = 10;

    /// <summary>Headers and limits of each request. <see cref="RequestOptions.Timeout"/> is for each by itself, from its create to the end of its wait.</summary>
    /// <value>The default is none. Its <see cref="RequestOptions.IdempotencyKey"/> stays unset: each request has a key of its own.</value>
    public RequestOptions? Request { get; init; }

    /// <summary>Gives each request its <c>Idempotency-Key</c>, one that your own records know. Called for all of them before the first is sent; two equal keys are refused.</summary>
    /// <value>The default is a new key for each.</value>
    public Func<GenerationRequest, string>? IdempotencyKey { get; init; }

    /// <summary>Told of each task as soon as its id is known, before it is waited for: the place to write the id down.</summary>
    /// <remarks>
    /// Called from several threads at once. The task says how far it is for as long as it is waited for (<see cref="GenerationTask.Progress"/>).
    /// What it throws is the error of that request alone, an <see cref="EvolinkCallbackException"/>; the task itself goes on.
    /// </remarks>
    /// <value>The default is none.</value>
    public Action<GenerationRequest, GenerationTask>? OnSubmitted { get; init; }

    /// <summary>The folder that results are downloaded into; it is made, and written to once, before the first request is sent.</summary>
    /// <value>The default is none: nothing is downloaded. Without effect on requests that are only submitted.</value>
    public string? Directory { get; init; }

    /// <summary>How results are downloaded. With many tasks in one folder a <see cref="DownloadOptions.NameTemplate"/> tells them apart, such as <c>"{model}-{task}-{index}"</c>.</summary>
    /// <value>The default is that of <see cref="DownloadOptions"/>.</value>
    public DownloadOptions Download { get; init; } = DownloadOptions.Default;

    internal static ManyOptions Default { get; } = new();

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    internal void ThrowIfInvalid()
    {
        if (Parallelism is < 1 or > MostParallel) throw new ArgumentException(FormattableString.Invariant($"ManyOptions.Parallelism must be from 1 to {MostParallel}, and is {Parallelism}."));
        if (Directory is not null && string.IsNullOrWhiteSpace(Directory)) throw new ArgumentException("ManyOptions.Directory must not be empty.");
        if (Download is null) throw new ArgumentException("ManyOptions.Download must not be null.");
        Download.ThrowIfInvalid();
        if (Request is null) return;
        RequestOptionsValidator.ThrowIfInvalid(Request);
        if (Request.IdempotencyKey is not null) throw new ArgumentException("ManyOptions.Request.IdempotencyKey must stay unset, since one key is for one request: see ManyOptions.IdempotencyKey.");
    }
}
