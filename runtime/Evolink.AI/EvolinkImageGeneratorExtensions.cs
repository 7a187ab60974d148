using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Evolink;

/// <summary>Makes image generators of clients, and registers them.</summary>
[Experimental("MEAI001", UrlFormat = "https://aka.ms/dotnet-extensions-warnings/{0}")]
public static class EvolinkImageGeneratorExtensions
{
    /// <summary>The client's image models as an <see cref="IImageGenerator"/>.</summary>
    /// <param name="client">The client that the requests go through; it stays the caller's.</param>
    /// <param name="defaultModelId">The model of requests whose options name none, such as one of <c>EvolinkModels</c>; null where the options always name one.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentException">There is no such model, or it makes no images.</exception>
    public static IImageGenerator AsImageGenerator(this EvolinkClient client, string? defaultModelId = null) => new EvolinkImageGenerator(client, defaultModelId);

    /// <summary>Registers an <see cref="IImageGenerator"/> over the <see cref="EvolinkClient"/> of the container, which <c>AddEvolink</c> registers.</summary>
    /// <remarks>
    /// For a pipeline with logging, telemetry or a cache, <c>services.AddImageGenerator(provider => provider.GetRequiredService&lt;EvolinkClient&gt;().AsImageGenerator("…"))</c>
    /// of the package Microsoft.Extensions.AI is the way.
    /// </remarks>
    /// <param name="services">The container.</param>
    /// <param name="defaultModelId">The model of requests whose options name none; null where the options always name one.</param>
    /// <returns>The container.</returns>
    /// <exception cref="ArgumentException">There is no such model, or it makes no images.</exception>
    public static IServiceCollection AddEvolinkImageGenerator(this IServiceCollection services, string? defaultModelId = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (defaultModelId is not null) Images.ImageModels.Find(defaultModelId);
        return services.AddTransient<IImageGenerator>(provider => new EvolinkImageGenerator(provider.GetRequiredService<EvolinkClient>(), defaultModelId));
    }
}
