using System.Diagnostics;
using Evolink.Runtime.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Evolink.Runtime.Configuration;

/// <summary>The options of one client, copied and checked, with the environment's part filled in. Immutable.</summary>
internal sealed class ClientSettings
{
    private ClientSettings(ApiDescriptor descriptor, EvolinkOptions options, string apiKey, Uri? baseAddress)
    {
        Descriptor = descriptor;
        ApiKey = apiKey;
        SecurityScheme = options.SecurityScheme;
        Servers = new ServerAddresses(descriptor, baseAddress, options.AllowInsecureHttp);
        AttemptTimeout = options.AttemptTimeout;
        SubmitTimeout = options.SubmitTimeout;
        MaxRetries = options.MaxRetries;
        SubmitRetry = options.SubmitRetry;
        ValidateRequests = options.ValidateRequests;
        UploadLocalFiles = options.UploadLocalFiles;
        MediaInspector = options.MediaInspector;
        CallbackUrl = options.CallbackUrl;
        KeyedCallbackUrl = options.KeyedCallbackUrl;
        UserAgent = ClientUserAgent.Create(descriptor, options.UserAgentSuffix);
        Time = GuardedTimeProvider.From(options.TimeProvider);
        Jitter = new Jitter(options.Random);
        Polling = new PollingSettings(options.Polling);
        Logger = GuardedLogger.From(options.LoggerFactory, "Evolink." + descriptor.ClientName);
    }

    public ApiDescriptor Descriptor { get; }
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; }

    /// <summary>The security scheme that the caller has chosen; null for each operation's first.</summary>
    public string? SecurityScheme { get; }

    public ServerAddresses Servers { get; }
    public TimeSpan AttemptTimeout { get; }
    public TimeSpan SubmitTimeout { get; }
    public int MaxRetries { get; }
    public SubmitRetry SubmitRetry { get; }
    public bool ValidateRequests { get; }
    public bool UploadLocalFiles { get; }
    public IMediaInspector? MediaInspector { get; }
    public Func<Uri?>? CallbackUrl { get; }
    public Func<string, DateTimeOffset?, Uri?>? KeyedCallbackUrl { get; }
    public string UserAgent { get; }
    public TimeProvider Time { get; }
    public Jitter Jitter { get; }
    public PollingSettings Polling { get; }
    public ILogger Logger { get; }

    public static ClientSettings From(ApiDescriptor descriptor, EvolinkOptions options) => From(descriptor, options, Environment.GetEnvironmentVariable);

    /// <summary>Copies and checks the options; <paramref name="environment"/> is read where an option is not set.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    /// <exception cref="InvalidOperationException">There is no key, or the environment's base address is unusable.</exception>
    public static ClientSettings From(ApiDescriptor descriptor, EvolinkOptions options, Func<string, string?> environment)
    {
        OptionsValidator.ThrowIfInvalid(options, descriptor);
        string key = options.ApiKey ?? KeyFrom(descriptor, environment);
        Uri? baseAddress = options.BaseAddress ?? BaseAddressFrom(descriptor, options, environment);
        if (EvolinkKeyForm.FindProblem(key, descriptor, baseAddress) is { } problem)
        {
            throw options.ApiKey is null
                ? new InvalidOperationException($"The environment variable {descriptor.ApiKeyVariable} cannot be used: it {problem}.")
                : new ArgumentException($"EvolinkOptions: ApiKey {problem}.", nameof(options));
        }

        return new(descriptor, options, key, baseAddress);
    }

    private static string KeyFrom(ApiDescriptor descriptor, Func<string, string?> environment)
    {
        string? key = environment(descriptor.ApiKeyVariable)?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            if (!descriptor.NeedsKey) return "";
            throw new InvalidOperationException(
                $"There is no API key. Set the environment variable {descriptor.ApiKeyVariable}, or pass the key to the client, or set EvolinkOptions.ApiKey."
                + (descriptor.HasEvolinkConventions ? " Keys are made at https://evolink.ai/dashboard/keys." : ""));
        }

        ThrowIfUnusable(descriptor.ApiKeyVariable, new EvolinkOptions { ApiKey = key });
        return key;
    }

    private static Uri? BaseAddressFrom(ApiDescriptor descriptor, EvolinkOptions options, Func<string, string?> environment)
    {
        string? text = environment(descriptor.BaseAddressVariable)?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (!Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address))
        {
            throw new InvalidOperationException($"The environment variable {descriptor.BaseAddressVariable} cannot be used: it is no address.");
        }

        ThrowIfUnusable(descriptor.BaseAddressVariable, new EvolinkOptions { BaseAddress = address, AllowInsecureHttp = options.AllowInsecureHttp });
        return address;
    }

    private static void ThrowIfUnusable(string variable, EvolinkOptions options)
    {
        List<string> problems = OptionsValidator.FindProblems(options);
        if (problems.Count > 0) throw new InvalidOperationException($"The environment variable {variable} cannot be used: {string.Join(" ", problems)}");
    }
}
