using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Jobs.Sinks;

/// <summary>Saves results into a folder. A file is there whole or not at all, under a name that belongs to its job, and once.</summary>
/// <remarks>
/// The files are downloaded into a folder of the job's own below the target, where a broken download is resumed. When all are there, a list says under which names
/// they will appear; only then do they move. A restart moves on by that list, and so nothing appears twice. Where some are served no more, those that are there move alone.
/// </remarks>
internal sealed class FolderSink : IResultSink, IRescuingSink
{
    private const string StagingFolder = ".evolink-jobs";
    private const string ListName = "files.json";

    // So that a file says by itself which result it is, where no list does.
    private static readonly DownloadOptions s_byNumber = new() { NameTemplate = "{index}" };

    public string Locate(string saveTo)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(saveTo);
        return Path.GetFullPath(saveTo);
    }

    public async Task<IReadOnlyList<string>> SaveAsync(GenerationJob job, GenerationTask task, CancellationToken cancellationToken)
    {
        string staging = Staging(job);
        return Move(job, await ReadListAsync(staging, cancellationToken).ConfigureAwait(false) ?? await DownloadAsync(job, task, staging, cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyList<string>> RescueAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        string staging = Staging(job);
        if (Directory.Exists(staging)) Move(job, await ReadListAsync(staging, cancellationToken).ConfigureAwait(false) ?? FindWhole(job, staging));

        // All that bear the job's name, and not what has just been moved: a process that ended in between may have moved some before.
        string prefix = $"{job.Id}-";
        return Directory.Exists(job.SaveTo) ? [.. Directory.EnumerateFiles(job.SaveTo, prefix + "*").OrderBy(path => NumberOf(Path.GetFileName(path)[prefix.Length..]))] : [];
    }

    public Task ForgetAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        string staging = Staging(job);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        string parent = Path.GetDirectoryName(staging)!;
        if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any()) DeleteEmpty(parent);
        return Task.CompletedTask;
    }

    private static List<string> Move(GenerationJob job, List<StagedFile> files)
    {
        List<string> moved = [];
        foreach (StagedFile file in files)
        {
            string from = Path.Combine(Staging(job), file.Staged), to = Path.Combine(job.SaveTo!, file.Name);
            if (File.Exists(from)) File.Move(from, to, overwrite: true);
            moved.Add(to);
        }

        return moved;
    }

    /// <summary>The results that have come whole, where no list names them.</summary>
    private static List<StagedFile> FindWhole(GenerationJob job, string staging)
    {
        // What is under way is a part with a note beside it, and an empty file is a name that it has taken.
        string[] whole = [.. new DirectoryInfo(staging).EnumerateFiles()
            .Where(static file => file.Length > 0 && !file.Name.EndsWith(".part", StringComparison.Ordinal) && !file.Name.EndsWith(".part.json", StringComparison.Ordinal))
            .Select(static file => file.Name).OrderBy(NumberOf).ThenBy(static name => name, StringComparer.Ordinal)];
        int last = whole.Select(NumberOf).DefaultIfEmpty().Max();
        return [.. whole.Select(name => Staged(job, name, NumberOf(name) is > 0 and var number ? number : ++last))];
    }

    private static StagedFile Staged(GenerationJob job, string name, int number) => new(name, FormattableString.Invariant($"{job.Id}-{number}{Path.GetExtension(name)}"));

    // Zero for one that an older version has named as the server does.
    private static int NumberOf(string name) =>
        int.TryParse(name.AsSpan(0, Math.Max(0, name.AsSpan().IndexOfAnyExceptInRange('0', '9'))), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string Staging(GenerationJob job) => Path.Combine(job.SaveTo!, StagingFolder, job.Id);

    private static async Task<List<StagedFile>?> ReadListAsync(string staging, CancellationToken cancellationToken)
    {
        string path = Path.Combine(staging, ListName);
        if (!File.Exists(path)) return null;
        using FileStream list = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync(list, SinkJson.Default.ListStagedFile, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<StagedFile>> DownloadAsync(GenerationJob job, GenerationTask task, string staging, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(staging);
        IReadOnlyList<string> downloaded = await task.DownloadAsync(staging, s_byNumber, cancellationToken).ConfigureAwait(false);
        List<StagedFile> files = [.. downloaded.Select((path, index) => Staged(job, Path.GetFileName(path), index + 1))];

        // Written beside and moved: the list is there whole or not at all.
        string path = Path.Combine(staging, ListName), part = path + ".part";
        using (FileStream list = File.Create(part))
        {
            await JsonSerializer.SerializeAsync(list, files, SinkJson.Default.ListStagedFile, cancellationToken).ConfigureAwait(false);
            list.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        return files;
    }

    private static void DeleteEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Another job has just put something into it.
        }
    }
}

/// <summary>A file that is downloaded, and the name under which it will appear.</summary>
internal sealed record StagedFile(string Staged, string Name);

[JsonSerializable(typeof(List<StagedFile>))]
internal sealed partial class SinkJson : JsonSerializerContext;
