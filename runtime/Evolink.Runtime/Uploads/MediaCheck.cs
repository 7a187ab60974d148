using Evolink.Runtime.Uploads;

namespace Evolink;

/// <summary>Holds files of this machine against what a parameter demands of them, before anything is uploaded.</summary>
public static class MediaCheck
{
    /// <summary>The file of this machine that a text names where a URL of media is due: by its path, or as a <c>file:</c> URL.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The path as it stands there; null for a text that names none: a URL of another scheme, a file of another host.</returns>
    public static string? FindPath(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LocalPath.Find(text);
    }

    /// <summary>Checks a file. Kind, format and size are always checked; pixels and seconds where there is an inspector.</summary>
    /// <param name="path">The file.</param>
    /// <param name="media">What it has to be: <see cref="ModelParameter.Media"/>.</param>
    /// <param name="inspector">Reads pixels and seconds; null for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Everything that is wrong, as ends of sentences such as <c>is image/gif; expected jpg, png</c>; empty where nothing is.</returns>
    /// <exception cref="IOException">The file is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Task<IReadOnlyList<string>> FindProblemsAsync(string path, ModelMedia media, IMediaInspector? inspector = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(media);
        return FileCheck.FindProblemsAsync(path, media, maxBytes: null, inspector, cancellationToken);
    }
}
