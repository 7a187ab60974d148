using System.ComponentModel;
using Evolink.Runtime.Http;

namespace Evolink;

/// <summary>The calls of an <see cref="ApiPipeline"/>, each giving status, headers and body beside the value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiResponsePipeline
{
    private readonly ApiPipeline _pipeline;

    internal ApiResponsePipeline(ApiPipeline pipeline) => _pipeline = pipeline;

    /// <inheritdoc cref="ApiPipeline.SendAsync{T}"/>
    public async Task<EvolinkResponse<T>> SendAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return new(_pipeline.Content.ReadRequired(call, response, read)!, response);
    }

    /// <inheritdoc cref="ApiPipeline.SendValueAsync{T}"/>
    public async Task<EvolinkResponse<T>> SendValueAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
        where T : struct
    {
        using ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return new(_pipeline.Content.ReadRequired(call, response, read)!.Value, response);
    }

    /// <inheritdoc cref="ApiPipeline.SendOptionalAsync{T}"/>
    public async Task<EvolinkResponse<T?>> SendOptionalAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return new(_pipeline.Content.ReadOptional(call, response, read), response);
    }

    /// <inheritdoc cref="ApiPipeline.SendAsync(ApiCall, CancellationToken)"/>
    public async Task<EvolinkResponse> SendAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return new(response);
    }

    /// <inheritdoc cref="ApiPipeline.SendTextAsync"/>
    public async Task<EvolinkResponse<string>> SendTextAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return new(_pipeline.Content.ReadText(call, response), response);
    }

    /// <inheritdoc cref="ApiPipeline.SendStreamAsync"/>
    public async Task<EvolinkResponse<Stream>> SendStreamAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken, asStream: true).ConfigureAwait(false);
        return new(await _pipeline.Content.OpenAsync(call, response, cancellationToken).ConfigureAwait(false), response);
    }

    /// <inheritdoc cref="ApiPipeline.SendContentAsync(ApiCall, CancellationToken)"/>
    public async Task<EvolinkResponse<EvolinkContent>> SendContentAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken, asStream: true).ConfigureAwait(false);
        return new(await _pipeline.Content.OpenContentAsync(call, response, cancellationToken).ConfigureAwait(false), response);
    }

    /// <inheritdoc cref="ApiPipeline.SendContentAsync{T}(ApiCall, JsonValueReader{T}, CancellationToken)"/>
    public async Task<EvolinkResponse<EvolinkContent<T>>> SendContentAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        ApiResponse response = await _pipeline.ExchangeMixedAsync(call, cancellationToken).ConfigureAwait(false);
        return new(await _pipeline.Content.OpenContentAsync(call, response, read, cancellationToken).ConfigureAwait(false), response);
    }

    /// <inheritdoc cref="ApiPipeline.SendLocationAsync"/>
    public async Task<EvolinkResponse<Uri>> SendLocationAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return new(_pipeline.Content.ReadLocation(call, response), response);
    }

    /// <inheritdoc cref="ApiPipeline.SendOptionalLocationAsync"/>
    public async Task<EvolinkResponse<Uri?>> SendOptionalLocationAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await _pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return new(_pipeline.Content.ReadOptionalLocation(call, response), response);
    }
}
