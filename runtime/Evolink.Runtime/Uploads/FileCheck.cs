using Evolink.Runtime.Http.Bodies;

namespace Evolink.Runtime.Uploads;

/// <summary>Looks at a file and says what is wrong with it, before it is sent.</summary>
internal static class FileCheck
{
    /// <summary>Opens a file to be read once, from its beginning to its end.</summary>
    /// <exception cref="IOException">The file is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FileStream Open(string path) => new(
        path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, BufferSize = 0, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });

    /// <summary>What a file is by its first bytes or, where they say nothing, by its name.</summary>
    public static string TypeOf(UploadStream stream, string fileName) => MediaSignature.Find(stream.Start.Span) ?? MediaTypes.FromFileName(fileName);

    /// <summary>Everything that is wrong with a file of this machine.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(string path, ModelMedia? media, long? maxBytes, IMediaInspector? inspector, CancellationToken cancellationToken)
    {
        FileStream file = Open(path);
        await using (file.ConfigureAwait(false))
        {
            UploadStream stream = await UploadStream.OpenAsync(file, null, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return await FindProblemsAsync(stream, TypeOf(stream, path), media, maxBytes, inspector, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Everything that is wrong with a file that stands at its beginning, and stands there again afterwards.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="type">What it is.</param>
    /// <param name="media">What it has to be; null for anything.</param>
    /// <param name="maxBytes">The most that can be uploaded; null for any size.</param>
    /// <param name="inspector">Reads pixels and seconds; null for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(
        UploadStream stream, string type, ModelMedia? media, long? maxBytes, IMediaInspector? inspector, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        if (MediaLimits.FindSizeProblem(stream.TotalBytes, maxBytes) is { } problem) problems.Add(problem);
        if (media is null) return problems;
        MediaMeasures? measures = problems.Count == 0 ? await stream.InspectAsync(inspector, type, cancellationToken).ConfigureAwait(false) : null;
        problems.AddRange(MediaLimits.FindProblems(media, type, stream.TotalBytes, measures));
        return problems;
    }
}
