using Evolink.Tool.Following;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Studio.Jobs;

/// <summary>
/// Where results are kept. The page plays them from here and never from the service: links live for 24 hours, files as long as somebody wants them, and the page
/// has to ask no other host for anything.
/// </summary>
internal sealed class ResultFolder(string folder) : IDisposable
{
    private readonly SemaphoreSlim _fetching = new(1);

    /// <summary>Where a new job saves its results.</summary>
    public string Path { get; } = folder;

    /// <summary>The files of a job that are there, with their places, which do not move where one is deleted.</summary>
    public IReadOnlyList<(int Index, FileInfo File)> List(GenerationJob job)
    {
        IEnumerable<string> paths = Directory.Exists(Own(job)) ? Fetched(job) : job.Files;
        return [.. paths.Select(static (path, index) => (index, new FileInfo(path))).Where(static one => one.Item2.Exists)];
    }

    /// <summary>Downloads what a job that was begun without a folder has made. Its files appear together: a download that was cut is begun anew, not taken for all of them.</summary>
    public async Task FetchAsync(Session session, GenerationJob job, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (List(job).Count > 0) return;
            string partial = Own(job) + ".partial";
            foreach (string old in (string[])[partial, Own(job)])
            {
                if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
            }

            await JobDownload.SaveAsync(session, job, partial, cancellationToken);
            Directory.Move(partial, Own(job));
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private string Own(GenerationJob job) => System.IO.Path.Combine(Path, job.Id);

    /// <summary>What is still on its way has another ending.</summary>
    private IEnumerable<string> Fetched(GenerationJob job) =>
        Directory.Exists(Own(job)) ? Directory.EnumerateFiles(Own(job)).Where(static path => !path.EndsWith(".part", StringComparison.Ordinal) && !System.IO.Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal) : [];
}
