using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Uploads;

namespace Evolink;

/// <summary>Holds files of this machine against what a parameter demands of them, before anything is uploaded.</summary>
public static class MediaCheck
{
    /// <summary>Checks a file. Kind, format and size are always checked; pixels and seconds where there is an inspector.</summary>
    /// <param name="path">The file.</param>
    /// <param name="media">What it has to be: <see cref="ModelParameter.Media"/>.</param>
    /// <param name="inspector">Reads pixels and seconds; null for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Everything that is wrong, as ends of sentences such as <c>is image/gif; expected jpg, png</c>; empty where nothing is.</returns>
    /// <exception cref="IOException">The file is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(string path, ModelMedia media, IMediaInspector? inspector = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(media);
        FileStream file = new(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.Asynchronous });
        await using (file.ConfigureAwait(false))
        {
            UploadStream stream = await UploadStream.OpenAsync(file, null, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                if (MediaLimits.FindSizeProblem(stream.TotalBytes, null) is { } problem) return [problem];
                string type = MediaSignature.Find(stream.Start.Span) ?? MediaTypes.FromFileName(path);
                MediaMeasures? measures = await stream.InspectAsync(inspector, type, cancellationToken).ConfigureAwait(false);
                return [.. MediaLimits.FindProblems(media, type, stream.TotalBytes, measures)];
            }
        }
    }
}
