using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Pipeline;
using Evolink.Runtime.Retry;
using Evolink.Runtime.Tasks;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Runtime.Tasks.Polling;
using Evolink.Runtime.Uploads;

namespace Evolink;

/// <summary>What every generated client is built on. Thread-safe; make one per key and keep it.</summary>
public abstract class EvolinkClientBase : IGenerationClient, IDisposable
{
    private readonly ClientSettings _settings;
    private readonly HttpMessageInvoker? _ownInvoker;
    private readonly ResultDownloader _downloader;
    private readonly TaskPoller _poller;

    /// <summary>Makes a client with the key of the environment variable <c>EVOLINK_API_KEY</c>.</summary>
    /// <exception cref="InvalidOperationException">The variable is not set.</exception>
    protected EvolinkClientBase(ApiDescriptor descriptor)
        : this(descriptor, new EvolinkOptions())
    {
    }

    /// <summary>Makes a client with this key.</summary>
    /// <exception cref="ArgumentException">The key is null, empty or holds characters that no key has.</exception>
    protected EvolinkClientBase(ApiDescriptor descriptor, string apiKey)
        : this(descriptor, new EvolinkOptions { ApiKey = Required(apiKey) })
    {
    }

    /// <summary>Makes a client with these options.</summary>
    /// <param name="descriptor">What the specifications say of the API.</param>
    /// <param name="options">Copied; later changes do not reach the client.</param>
    /// <param name="httpClient">Sends the calls where given; it is neither changed nor disposed. Downloads never use it: it may add credentials. It should not follow redirects (<c>AllowAutoRedirect = false</c>): .NET would carry a key in a header there, and a response from another origin is refused.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    /// <exception cref="InvalidOperationException">There is no key, neither in the options nor in the environment.</exception>
    protected EvolinkClientBase(ApiDescriptor descriptor, EvolinkOptions options, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(options);
        _settings = ClientSettings.From(descriptor, options);
        _ownInvoker = httpClient is null ? new HttpMessageInvoker(HttpHandlers.ForApi()) : null;
        CooldownSignal cooldown = new();
        CallSender sender = new(_settings, new HttpSender(_settings, httpClient ?? _ownInvoker!), cooldown);
        TaskQuery query = new(_settings, sender);
        _poller = new TaskPoller(query, new BatchQuery(_settings, sender), _settings);
        cooldown.Requested += _poller.Cooldown;
        _downloader = new ResultDownloader(_settings);
        TaskClient = new TaskClient(_settings, new TaskSubmitter(_settings, sender), new TaskServices(_settings, query, _poller, _downloader));
        Pipeline = new ApiPipeline(_settings, sender);
        if (_settings.UploadLocalFiles) sender.Completions.Add(new LocalFileUploads(Pipeline, descriptor.FileUpload!).CompleteAsync);
        if (_settings.CallbackUrl is not null || _settings.KeyedCallbackUrl is not null) sender.Completions.Add(new CallbackUrls(_settings).CompleteAsync);
    }

    /// <summary>Carries the calls of the generated operations.</summary>
    protected ApiPipeline Pipeline { get; }

    SubmitRetry IGenerationClient.SubmitRetry => _settings.SubmitRetry;

    /// <inheritdoc cref="EvolinkOptions.SubmitTimeout"/>
    internal TimeSpan SubmitTimeout => _settings.SubmitTimeout;

    /// <summary>Says that a task may have ended, as a callback does: whoever waits for it through this client asks at once. It is believed only when the service says so, too.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <returns>Whether anybody waits for it here.</returns>
    /// <exception cref="ArgumentException">The id is null or empty.</exception>
    public bool NotifyTask(string taskId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(taskId);
        return _poller.Wake(taskId);
    }

    /// <summary>Ends the client's waits and its own connections; the tasks go on. A caller's HttpClient stays as it is.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the client's waits and its own connections.</summary>
    /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _poller.Dispose();
        _ownInvoker?.Dispose();
        _downloader.Dispose();
    }

    /// <summary>The client's tasks: what creates them, waits for them and downloads their results.</summary>
    private protected TaskClient TaskClient { get; }

    /// <summary>Creates a task by an operation that takes more than a request, once, and returns as soon as its id is known.</summary>
    /// <typeparam name="TTask">The task as the server describes it.</typeparam>
    /// <exception cref="EvolinkException">It was not created, or it is not known whether it was.</exception>
    protected Task<GenerationTask<TTask>> SubmitAsync<TTask>(ApiCall call, CancellationToken cancellationToken)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.SubmitAsync(call, GenerationTask<TTask>.Create, cancellationToken);

    Task<GenerationTask> IGenerationClient.SubmitAsync(GenerationRequest request, RequestOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TaskClient.SubmitAsync(request, options, GenerationTask.Create, cancellationToken);
    }

    GenerationTask IGenerationClient.ResumeTask(GenerationRequest request, string taskId) => TaskClient.Resume(request, taskId, GenerationTask.Create);

    private static string Required(string apiKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(apiKey);
        return apiKey;
    }
}
