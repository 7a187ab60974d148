using System.ComponentModel;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.DependencyInjection;
using Evolink.Runtime.Http;
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
    /// <param name="descriptor">Its API, which says where its key is looked for when the host starts; null for that of an <c>EvolinkClient</c>.</param>
    /// <returns>The builder of the HttpClient; its name is also the name of the options. A retry handler put on it does not repeat creates: it is stopped at the wire.</returns>
    public static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, Action<EvolinkOptions> configure, Func<EvolinkOptions, HttpClient, TClient> create, ApiDescriptor? descriptor = null)
        where TClient : EvolinkClientBase
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        services.TryAddSingleton(provider => Create(provider, GetName<TClient>(), create));
        services.TryAddSingleton<IGenerationClient>(static provider => provider.GetRequiredService<TClient>());
        return AddParts(services, GetName<TClient>(), configure, descriptor);
    }

    /// <summary>Adds the client with options from configuration, such as the section <c>Evolink</c>.</summary>
    /// <inheritdoc cref="AddClient{TClient}(IServiceCollection, Action{EvolinkOptions}, Func{EvolinkOptions, HttpClient, TClient}, ApiDescriptor)"/>
    public static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, IConfiguration configuration, Func<EvolinkOptions, HttpClient, TClient> create, ApiDescriptor? descriptor = null)
        where TClient : EvolinkClientBase
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddClient(services, options => OptionsConfiguration.Apply(configuration, options), create, descriptor);
    }

    /// <summary>Adds one of several clients, for one of several accounts: a keyed singleton with options, an HttpClient, waits and a rate of its own.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The account's name, and the key of the service: <c>[FromKeyedServices("accountA")] EvolinkClient client</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="descriptor">Its API, which says where its key is looked for when the host starts; null for that of an <c>EvolinkClient</c>.</param>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    /// <inheritdoc cref="AddClient{TClient}(IServiceCollection, Action{EvolinkOptions}, Func{EvolinkOptions, HttpClient, TClient}, ApiDescriptor)" path="/returns"/>
    public static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, string name, Action<EvolinkOptions> configure, Func<EvolinkOptions, HttpClient, TClient> create, ApiDescriptor? descriptor = null)
        where TClient : EvolinkClientBase
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, GetName<TClient>(name), create));
        return AddParts(services, GetName<TClient>(name), configure, descriptor);
    }

    /// <summary>Adds one of several clients with options from configuration, such as the section <c>Evolink:AccountA</c>.</summary>
    /// <inheritdoc cref="AddClient{TClient}(IServiceCollection, string, Action{EvolinkOptions}, Func{EvolinkOptions, HttpClient, TClient}, ApiDescriptor)"/>
    public static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, string name, IConfiguration configuration, Func<EvolinkOptions, HttpClient, TClient> create, ApiDescriptor? descriptor = null)
        where TClient : EvolinkClientBase
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddClient(services, name, options => OptionsConfiguration.Apply(configuration, options), create, descriptor);
    }

    /// <summary>The name of a client's options and of its HttpClient: two clients in one host share neither.</summary>
    internal static string GetName<TClient>(string? name = null) => name is null ? typeof(TClient).FullName! : $"{typeof(TClient).FullName}:{name}";

    private static TClient Create<TClient>(IServiceProvider provider, string name, Func<EvolinkOptions, HttpClient, TClient> create) => create(
        provider.GetRequiredService<IOptionsMonitor<EvolinkOptions>>().Get(name),
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name));

    private static IHttpClientBuilder AddParts(IServiceCollection services, string name, Action<EvolinkOptions> configure, ApiDescriptor? descriptor)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<EvolinkOptions>(name)
            .Configure<IServiceProvider>(FromHost)
            .Configure(configure)
            .Configure(options => options.Descriptor = descriptor)
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EvolinkOptions>, HostedOptionsValidator>());
        return services.AddHttpClient(name)
            // The pool renews its connections itself, so that the handler may live as long as the client.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(HttpHandlers.ForApi)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(static _ => true);
    }

    private static void FromHost(EvolinkOptions options, IServiceProvider provider)
    {
        options.LoggerFactory = provider.GetService<ILoggerFactory>();
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
    }
}
