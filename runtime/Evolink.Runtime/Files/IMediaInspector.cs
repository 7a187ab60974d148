namespace Evolink;

/// <summary>Reads the measures of a picture, a film or a sound from its file, so that a wrong one is refused before it is sent.</summary>
/// <remarks>The package <c>Evolink.Media</c> has one.</remarks>
public interface IMediaInspector
{
    /// <summary>Reads the measures of a file.</summary>
    /// <param name="content">The file, from its beginning; it can seek, is not to be disposed, and may be left anywhere.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What could be read; null for nothing.</returns>
    ValueTask<MediaMeasures?> InspectAsync(Stream content, string contentType, CancellationToken cancellationToken);
}
