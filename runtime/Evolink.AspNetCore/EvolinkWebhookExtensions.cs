using System.Diagnostics.CodeAnalysis;
using Evolink.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Evolink;

/// <summary>Receives the callbacks of the service.</summary>
public static class EvolinkWebhookExtensions
{
    /// <summary>Adds what receives callbacks; <c>AddEvolink</c> adds the client that reads their tasks.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEvolinkWebhooks(this IServiceCollection services, Action<EvolinkWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<EvolinkWebhookOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EvolinkWebhookOptions>, WebhookOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WebhookProcessor>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<EvolinkOptions>, CallbackUrlSetup>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<WebhookRoute>();
        services.TryAddSingleton<WebhookQueue>();
        services.TryAddSingleton<WebhookEndpoint>();
        services.TryAddSingleton(static provider => new EvolinkCallbackUrls(
            provider.GetRequiredService<IOptions<EvolinkWebhookOptions>>(), provider.GetRequiredService<WebhookRoute>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Registers who is told of tasks that have ended.</summary>
    /// <typeparam name="THandler">The handler; it is made for each task, in a scope of its own.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEvolinkWebhookHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IServiceCollection services)
        where THandler : class, IEvolinkWebhookHandler => services.AddScoped<IEvolinkWebhookHandler, THandler>();

    /// <summary>Listens for callbacks. They are answered 202 at once; each task is read again before anybody is told of it.</summary>
    /// <remarks>
    /// Whoever calls without a token of this host's, or with one that has run out, gets 404; another body than a task's gets 400 or 415, one
    /// above 256 KB 413, and 503 comes where more callbacks wait than <see cref="EvolinkWebhookOptions.QueueLength"/> allows. The path is a
    /// secret: keep it out of access logs.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, with <c>{token}</c> in it.</param>
    /// <returns>The endpoint. It is anonymous, since the token in its path is the right to call it.</returns>
    /// <exception cref="ArgumentException">The pattern has no <c>{token}</c>, or another parameter.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEvolinkWebhooks</c> was not called, or callbacks are mapped already.</exception>
    public static IEndpointConventionBuilder MapEvolinkWebhook(this IEndpointRouteBuilder endpoints, string pattern = "/evolink/{token}")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        WebhookRoute route = endpoints.ServiceProvider.GetService<WebhookRoute>() ?? throw new InvalidOperationException("Call services.AddEvolinkWebhooks(…) before app.MapEvolinkWebhook(…).");
        route.Map(pattern);
        WebhookEndpoint endpoint = endpoints.ServiceProvider.GetRequiredService<WebhookEndpoint>();
        IEndpointConventionBuilder mapped = endpoints.MapPost(pattern, endpoint.HandleAsync);
        return mapped.AllowAnonymous().WithMetadata(new ExcludeFromDescriptionAttribute()).WithDisplayName("EvoLink webhook");
    }
}
