namespace Evolink;

/// <summary>How an <see cref="EvolinkSimulator"/> behaves.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The bearer key that is accepted; every other gets 401.</summary>
    /// <value>The default is <c>sk-simulator</c>.</value>
    public string ApiKey { get; init; } = "sk-simulator";

    /// <summary>The loopback port to listen on.</summary>
    /// <value>The default is 0: a free port, see <see cref="EvolinkSimulator.BaseAddress"/>.</value>
    public int Port { get; init; }

    /// <summary>The clock that tasks live by, and faults that take time. With a fake one, a test decides when a task completes.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a task stays <c>pending</c>.</summary>
    /// <value>The default is 0.3 seconds.</value>
    public TimeSpan PendingFor { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>How long a task is <c>processing</c> after that; its progress rises all the while.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan ProcessingFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long result files can be downloaded after the task completed.</summary>
    /// <value>The default is 24 hours, the vendor's.</value>
    public TimeSpan ResultsLiveFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Decides the life of each task as it is created; null, or a response of null, gives it the usual one. Is called for one task at a time.</summary>
    /// <value>The default is null.</value>
    public Func<CreatedTask, TaskScript?>? Script { get; init; }

    /// <summary>Decides for each request whether something goes wrong with it; null, or a response of null, lets it pass. Is called as the request arrives, possibly for several at once. A <see cref="FaultPlan"/> has it ready-made.</summary>
    /// <value>The default is null.</value>
    public Func<FaultContext, Fault?>? Faults { get; init; }

    /// <summary>What every task costs, in credits, whatever it holds.</summary>
    /// <value>The default is null: the price of the example in the model's spec, by the second where it is billed so and by the image where there is an <c>n</c>; 1 where the spec has none.</value>
    public decimal? CreditsPerTask { get; init; }

    /// <summary>Whether a create with an <c>Idempotency-Key</c> that is known already gets the first response again. Without it every create is charged, as by a server that ignores the header.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool HonoursIdempotencyKeys { get; init; } = true;

    /// <summary>The account's credits at the start; a create that they do not cover gets 402.</summary>
    /// <value>The default is null: as many as a test run may ever use. The ledger says what it used.</value>
    public decimal? InitialCredits { get; init; }

    /// <summary>Folders with further specs (<c>*.yaml</c>, <c>*.yml</c>, <c>*.json</c>); they replace embedded ones of the same file name.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> SpecFolders { get; init; } = [];

    /// <summary>Whether the specs that the simulator brings along are served.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IncludeEmbeddedSpecs { get; init; } = true;

    /// <summary>How long an uploaded file can be fetched.</summary>
    /// <value>The default is 72 hours, the vendor's.</value>
    public TimeSpan FilesLiveFor { get; init; } = TimeSpan.FromHours(72);

    /// <summary>The largest file in bytes that can be uploaded; a larger one is refused with the files API's code 40001.</summary>
    /// <value>The default is 100 MiB, the vendor's.</value>
    public long MaxUploadBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>How many files there may be at once; one more is refused with the files API's code 40003.</summary>
    /// <value>The default is 500.</value>
    public int MaxFiles { get; init; } = 500;

    /// <summary>
    /// Decides where a callback goes. The service calls public hosts alone, and a test has none: given a request's <c>callback_url</c>, it says
    /// which address stands for it; null calls nobody. Asked when the task has ended. A callback has ten seconds for its answer, and three more
    /// tries after 1, 2 and 4 seconds; see <see cref="EvolinkSimulator.Callbacks"/>.
    /// </summary>
    /// <value>The default is null: nobody is called.</value>
    public Func<Uri, Uri?>? Callback { get; init; }

    /// <summary>The longest request body in bytes; a longer one gets 413. Uploads have a limit of their own.</summary>
    /// <value>The default is 10 MiB.</value>
    public int MaxRequestBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Is called with every request as its response begins, possibly several at once.</summary>
    /// <value>The default is null.</value>
    public Action<RequestRecord>? OnRequest { get; init; }
}
