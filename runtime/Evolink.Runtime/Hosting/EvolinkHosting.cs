using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Evolink;

/// <summary>Puts a generated client into a host. The generator emits <c>AddEvolink</c> over it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EvolinkHosting
{
    /// <summary>Adds the client as a singleton, on a named HttpClient of the IHttpClientFactory.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="create">Makes the client.</param>
    /// <returns>The builder of the HttpClient. A retry handler put on it does not repeat creates: it is stopped at the wire.</returns>
    public static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, Action<EvolinkOptions> configure, Func<EvolinkOptions, HttpClient, TClient> create)
        where TClient : EvolinkClientBase
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(create);
        string name = NameOf<TClient>();
        services.AddOptions<EvolinkOptions>(name)
            .Configure<IServiceProvider>(FromHost)
            .Configure(configure)
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EvolinkOptions>, OptionsValidator>());
        services.TryAddSingleton(provider => create(
            provider.GetRequiredService<IOptionsMonitor<EvolinkOptions>>().Get(name),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(name)));
        return services.AddHttpClient(name)
            // The pool renews its connections itself, so that the handler may live as long as the client.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(HttpHandlers.ForApi)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(static _ => true);
    }

    /// <summary>Adds the client with options from configuration, such as the section <c>Evolink</c>.</summary>
    /// <inheritdoc cref="AddClient{TClient}(IServiceCollection, Action{EvolinkOptions}, Func{EvolinkOptions, HttpClient, TClient})"/>
    public static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, IConfiguration configuration, Func<EvolinkOptions, HttpClient, TClient> create)
        where TClient : EvolinkClientBase
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddClient(services, options => OptionsConfiguration.Apply(configuration, options), create);
    }

    /// <summary>The name of a client's options and of its HttpClient: two clients in one host share neither.</summary>
    internal static string NameOf<TClient>() => typeof(TClient).FullName!;

    private static void FromHost(EvolinkOptions options, IServiceProvider provider)
    {
        options.LoggerFactory = provider.GetService<ILoggerFactory>();
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
    }

    /// <summary>Checks the options by their rules, and that there is a key at all.</summary>
    private sealed class OptionsValidator : IValidateOptions<EvolinkOptions>
    {
        public ValidateOptionsResult Validate(string? name, EvolinkOptions options)
        {
            List<string> problems = OptionsRules.Problems(options);
            if (options.ApiKey is null && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(EvolinkOptions.ApiKeyVariable)))
            {
                problems.Add($"ApiKey is not set, and neither is the environment variable {EvolinkOptions.ApiKeyVariable}.");
            }

            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
