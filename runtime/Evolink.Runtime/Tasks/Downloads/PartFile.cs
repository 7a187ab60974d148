using Microsoft.Win32.SafeHandles;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>
/// A result as far as it has come: <c>{task}-{n}.part</c>, and its <see cref="ResumeMetadata"/> beside it. Open, it keeps every other download
/// of the same result out.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _path;
    private readonly ResultFile _file;
    private SafeFileHandle _handle;
    private bool _isComplete;

    private PartFile(string path, ResultFile file, SafeFileHandle handle) => (_path, _file, _handle) = (path, file, handle);

    /// <summary>The validator that a resumption needs; null where there is none, or nothing to resume.</summary>
    public string? ETag { get; private set; }

    /// <summary>When the result was last modified, word for word; null where the server did not say.</summary>
    public string? LastModified { get; private set; }

    /// <summary>How long the whole result is; null where the server did not say.</summary>
    public long? TotalLength { get; private set; }

    /// <summary>What is here so far.</summary>
    public long Length { get; private set; }

    private string MetadataPath => MetadataPathOf(_path);

    /// <summary>Opens or makes the part of a result, and forgets what cannot be resumed from this address.</summary>
    /// <exception cref="IOException">It is open elsewhere.</exception>
    public static PartFile Open(string directory, ResultFile file, Uri source)
    {
        string path = PathOf(directory, file);
        PartFile part = new(path, file, ExclusiveFile.Open(path));
        try
        {
            part.LoadMetadata(source);
            return part;
        }
        catch
        {
            part._handle.Dispose();
            throw;
        }
    }

    /// <summary>Where the result is, if an earlier download of its task brought it here whole and then failed with another result; else null.</summary>
    public static string? FindWhole(string directory, ResultFile file)
    {
        ResumeMetadata metadata = ResumeMetadata.Read(MetadataPathOf(PathOf(directory, file)));
        if (metadata.TaskId != file.TaskId || metadata.File is null || metadata.File != Path.GetFileName(metadata.File)) return null;
        string path = Path.Combine(directory, metadata.File);
        FileInfo whole = new(path);
        return whole is { Exists: true, LinkTarget: null } && whole.Length == metadata.Length ? path : null;
    }

    /// <summary>Takes away what <see cref="FindWhole"/> goes by: all results of the task are here.</summary>
    public static void Forget(string directory, ResultFile file) => Try(() => File.Delete(MetadataPathOf(PathOf(directory, file))));

    /// <summary>Starts from nothing, for a representation with these validators and this length.</summary>
    public void Restart(Uri? source, string? etag, long? totalLength, string? lastModified = null)
    {
        RandomAccess.SetLength(_handle, 0);
        (Length, ETag, TotalLength, LastModified) = (0, etag, totalLength, lastModified);
        if (etag is null || source is null) File.Delete(MetadataPath);
        else WriteMetadata(source);
    }

    /// <summary>Notes how long the whole result is, which only the response with its rest said.</summary>
    public void SetTotalLength(Uri source, long totalLength)
    {
        TotalLength = totalLength;
        WriteMetadata(source);
    }

    // Not to be cancelled: how much of a write took place would be unknown.
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes)
    {
        await RandomAccess.WriteAsync(_handle, bytes, Length, CancellationToken.None).ConfigureAwait(false);
        Length += bytes.Length;
    }

    /// <summary>Reads the first bytes of what is here.</summary>
    public int ReadStart(Span<byte> bytes) => RandomAccess.Read(_handle, bytes, 0);

    /// <summary>Gives the whole result its name. Never over another file: a taken name gets a number.</summary>
    /// <returns>The path that it has now.</returns>
    public string Complete(string directory, string name)
    {
        RandomAccess.FlushToDisk(_handle);
        string target = FreeFileName.Reserve(directory, name);
        try
        {
            // While the lock is held: who opens the part from here on finds that it is not the part any more.
            File.Move(_path, target, overwrite: true);
        }
        catch
        {
            Try(() => File.Delete(target));
            throw;
        }

        _isComplete = true;
        Try(() => SaveWhole(target));
        return target;
    }

    public void Dispose()
    {
        // Before the lock is gone: afterwards the names may be those of another download.
        if (!_isComplete && Length == 0)
        {
            Try(() => File.Delete(_path));
            Try(() => File.Delete(MetadataPath));
        }

        _handle.Dispose();
    }

    private void LoadMetadata(Uri source)
    {
        ResumeMetadata metadata = ResumeMetadata.Read(MetadataPath);
        long length = RandomAccess.GetLength(_handle);
        bool isResumable = metadata.ETag is { } etag && PartialContent.CanSend(etag) && metadata.TaskId == _file.TaskId && metadata.Source == SourceOf(source) && !(length > metadata.Length);
        if (!isResumable)
        {
            if (length > 0) Replace();
            return;
        }

        // A part that is whole already is asked for its last byte: the response says whether it is still valid, and names it.
        Length = length > 0 && length == metadata.Length ? length - 1 : length;
        if (Length < length) RandomAccess.SetLength(_handle, Length);
        (ETag, TotalLength, LastModified) = (metadata.ETag, metadata.Length, metadata.LastModified);
    }

    private void WriteMetadata(Uri source) => new ResumeMetadata(SourceOf(source), ETag, TotalLength, TaskId: _file.TaskId, LastModified: LastModified).Write(MetadataPath);

    // Not emptied: a file that this download did not make may have another name as well.
    private void Replace()
    {
        File.Delete(_path);
        _handle.Dispose();
        _handle = ExclusiveFile.Open(_path);
    }

    private void SaveWhole(string target)
    {
        if (_file.Count > 1) new ResumeMetadata(null, null, Length, Path.GetFileName(target), _file.TaskId).Write(MetadataPath);
        else File.Delete(MetadataPath);
    }

    // The result is here, with or without its note.
    private static void Try(Action change)
    {
        try
        {
            change();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string SourceOf(Uri source) => source.GetLeftPart(UriPartial.Path);

    private static string MetadataPathOf(string part) => part + ".json";

    private static string PathOf(string directory, ResultFile file) => Path.Combine(directory, ResultFileName.PartStem(file) + ".part");
}
