using System.Diagnostics.CodeAnalysis;
using Evolink.Images;
using Microsoft.Extensions.AI;

namespace Evolink;

/// <summary>An image model of EvoLink's as an <see cref="IImageGenerator"/>: a request is checked before it is sent, sent once, and waited for.</summary>
/// <remarks>
/// <para>Made by <see cref="EvolinkImageGeneratorExtensions.AsImageGenerator"/>. It may be used by several threads at once, and does not own the client.</para>
/// <para>
/// What Microsoft.Extensions.AI has a name for is translated: prompt, original images, <see cref="ImageGenerationOptions.Count"/>,
/// <see cref="ImageGenerationOptions.ImageSize"/>, <see cref="ImageGenerationOptions.MediaType"/>, <see cref="ImageGenerationOptions.ResponseFormat"/>.
/// All else that a model takes goes through <see cref="ImageGenerationOptions.AdditionalProperties"/> under its name in the API, or through
/// <see cref="ImageGenerationOptions.RawRepresentationFactory"/> as a typed request. What a model does not take is refused, never left out.
/// </para>
/// </remarks>
[Experimental("MEAI001", UrlFormat = "https://aka.ms/dotnet-extensions-warnings/{0}")]
public sealed class EvolinkImageGenerator : IImageGenerator
{
    private readonly EvolinkClient _client;
    private readonly ImageGeneratorMetadata _metadata;

    /// <summary>Makes a generator over a client.</summary>
    /// <param name="client">The client that the requests go through; it stays the caller's.</param>
    /// <param name="defaultModelId">The model of requests whose options name none; null where the options always name one.</param>
    /// <exception cref="ArgumentException">There is no such model, or it makes no images.</exception>
    public EvolinkImageGenerator(EvolinkClient client, string? defaultModelId = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (defaultModelId is not null) ImageModels.Find(defaultModelId);
        _client = client;
        _metadata = new ImageGeneratorMetadata("evolink", new Uri("https://api.evolink.ai"), defaultModelId);
    }

    /// <summary>Makes images, or changes those that the request has.</summary>
    /// <param name="request">The prompt, and the images to change: web addresses are sent as they are, bytes are uploaded first.</param>
    /// <param name="options">The model and what it is told; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the task: the exception has its id.</param>
    /// <returns>The images: addresses that live for 24 hours, or their bytes where <see cref="ImageGenerationOptions.ResponseFormat"/> asks for data.</returns>
    /// <exception cref="ArgumentException">No model is named, it makes no images, or it has no parameter for something that is asked for. Nothing was sent.</exception>
    /// <exception cref="EvolinkValidationException">The request is not as the model's specification demands. Nothing was sent.</exception>
    /// <exception cref="EvolinkException">As of <see cref="EvolinkClient"/>'s <c>GenerateAsync</c>; once a task was created it has the id.</exception>
    public async Task<Microsoft.Extensions.AI.ImageGenerationResponse> GenerateAsync(ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using ImageOutput output = ImageOutput.Create(options?.ResponseFormat);
        AIContent[] originals = [.. request.OriginalImages ?? []];
        ImageRequestBuilder builder = ImageRequestBuilder.Create(this, request.Prompt, options, _metadata.DefaultModelId);

        // Whatever can be refused is refused before the first image is uploaded.
        GenerationRequest made = builder.Build(OriginalImages.GetPlaceholders(originals));
        if (originals.OfType<DataContent>().Any()) made = builder.Build(await OriginalImages.UploadAsync(_client, originals, cancellationToken).ConfigureAwait(false));

        GenerationTask<TaskDetailResponse> task = await _client.SubmitAsync(made, cancellationToken).ConfigureAwait(false);
        return await output.ReadAsync(task, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        if (serviceType == typeof(ImageGeneratorMetadata)) return _metadata;
        if (serviceType.IsInstanceOfType(this)) return this;
        return serviceType.IsInstanceOfType(_client) ? _client : null;
    }

    /// <summary>Does nothing: the client is its owner's.</summary>
    public void Dispose()
    {
    }
}
