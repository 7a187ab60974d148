namespace Evolink.Simulation;

/// <summary>The uploaded files, each in a file of a temporary folder that goes with the simulator.</summary>
internal sealed class FileStore(SimulatorOptions options) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<StoredFile> _files = [];
    private DirectoryInfo? _folder;

    /// <summary>How many files there may be.</summary>
    public int Limit => options.MaxFiles;

    /// <summary>The files that have not expired, in the order of their upload.</summary>
    public IReadOnlyList<StoredFile> All()
    {
        lock (_lock)
        {
            RemoveExpired();
            return [.. _files];
        }
    }

    /// <summary>A file that has not expired.</summary>
    public StoredFile? Find(string id) => All().FirstOrDefault(file => file.Id == id);

    /// <summary>A new file to write content to; whoever makes it stores or deletes it.</summary>
    public FileStream Create()
    {
        lock (_lock) _folder ??= Directory.CreateTempSubdirectory("evolink-simulator-");
        return new FileStream(Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite);
    }

    /// <summary>Takes in a file whose content is written.</summary>
    /// <exception cref="RefusedException">There are as many files as there may be, or it is no media.</exception>
    public StoredFile Add(FileStream content, string originalName, string? folder, string? contentType)
    {
        try
        {
            string type = FileTypes.Find(contentType, originalName) ?? throw new RefusedException(ApiError.FileType(originalName));
            DateTimeOffset now = options.TimeProvider.GetUtcNow();
            string id = "file-" + Random.Shared.GetString("0123456789abcdefghijklmnopqrstuvwxyz", 12);
            StoredFile file = new(id, FileTypes.SafeName(originalName), originalName, folder ?? "", type, content.Length, content.Name, now, now + options.FilesLiveFor);
            content.Dispose();
            lock (_lock)
            {
                RemoveExpired();
                if (_files.Count >= options.MaxFiles) throw new RefusedException(ApiError.FileQuota(options.MaxFiles));
                _files.Add(file);
            }

            return file;
        }
        catch (RefusedException)
        {
            content.Dispose();
            File.Delete(content.Name);
            throw;
        }
    }

    /// <summary>Deletes a file; false where there is none.</summary>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            RemoveExpired();
            return _files.Find(file => file.Id == id) is { } file && Remove(file);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _files.Clear();
            _folder?.Delete(recursive: true);
            _folder = null;
        }
    }

    private void RemoveExpired()
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        foreach (StoredFile expired in _files.FindAll(file => file.Expires <= now)) Remove(expired);
    }

    private bool Remove(StoredFile file)
    {
        File.Delete(file.Path);
        return _files.Remove(file);
    }
}
