using Evolink.Tool.Following;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Studio.Jobs;

/// <summary>
/// Where results are kept. The page plays them from here and never from the service: links live for 24 hours, files as long as somebody wants them, and the page
/// has to ask no other host for anything.
/// </summary>
internal sealed class ResultFolder(string folder)
{
    /// <summary>Where a new job saves its results.</summary>
    public string Path { get; } = folder;

    /// <summary>The files of a job that are there, with their places, which do not move where one is deleted.</summary>
    public IReadOnlyList<(int Index, FileInfo File)> List(GenerationJob job)
    {
        IEnumerable<string> paths = job.Files.Count > 0 ? job.Files : Fetched(job);
        return [.. paths.Select(static (path, index) => (index, new FileInfo(path))).Where(static one => one.Item2.Exists)];
    }

    /// <summary>Downloads what a job that was begun without a folder has made.</summary>
    public async Task FetchAsync(Session session, GenerationJob job, CancellationToken cancellationToken)
    {
        if (List(job).Count == 0) await JobDownload.SaveAsync(session, job, Own(job), cancellationToken);
    }

    private string Own(GenerationJob job) => System.IO.Path.Combine(Path, job.Id);

    /// <summary>What is still on its way has another ending.</summary>
    private IEnumerable<string> Fetched(GenerationJob job) =>
        Directory.Exists(Own(job)) ? Directory.EnumerateFiles(Own(job)).Where(static path => !path.EndsWith(".part", StringComparison.Ordinal) && !System.IO.Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal) : [];
}
