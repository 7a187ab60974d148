using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Jobs.Sinks;

/// <summary>Saves results into a folder. A file is there whole or not at all, under a name that belongs to its job, and once.</summary>
/// <remarks>
/// The files are downloaded into a folder of the job's own below the target, where a broken download is resumed. When all are there, a list says under which names
/// they will appear; only then do they move. A restart moves on by that list, and so nothing appears twice.
/// </remarks>
internal sealed class FolderSink : IResultSink
{
    private const string StagingFolder = ".evolink-jobs";
    private const string ListName = "files.json";

    public string Locate(string saveTo)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(saveTo);
        return Path.GetFullPath(saveTo);
    }

    public async Task<IReadOnlyList<string>> SaveAsync(GenerationJob job, GenerationTask task, CancellationToken cancellationToken)
    {
        string target = job.SaveTo!, staging = Staging(job);
        List<StagedFile> files = await ReadListAsync(staging, cancellationToken).ConfigureAwait(false) ?? await DownloadAsync(job, task, staging, cancellationToken).ConfigureAwait(false);
        List<string> saved = [];
        foreach (StagedFile file in files)
        {
            string from = Path.Combine(staging, file.Staged), to = Path.Combine(target, file.Name);
            if (File.Exists(from)) File.Move(from, to, overwrite: true);
            saved.Add(to);
        }

        return saved;
    }

    public Task ForgetAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        string staging = Staging(job);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        string parent = Path.GetDirectoryName(staging)!;
        if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any()) DeleteEmpty(parent);
        return Task.CompletedTask;
    }

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
        IReadOnlyList<string> downloaded = await task.DownloadAsync(staging, cancellationToken).ConfigureAwait(false);
        List<StagedFile> files = [.. downloaded.Select((path, index) => new StagedFile(Path.GetFileName(path), FormattableString.Invariant($"{job.Id}-{index + 1}{Path.GetExtension(path)}")))];

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
