namespace Evolink;

/// <summary>
/// A result as far as it has come: <c>{task}-{n}.part</c>, and its <see cref="PartNote"/> beside it. Open, it keeps every other download
/// of the same result out.
/// </summary>
internal sealed class PartFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly ResultFile _file;
    private readonly FileStream _stream;

    private PartFile(string path, ResultFile file)
    {
        (_path, _file) = (path, file);
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    /// <summary>The validator that a resumption needs; null where there is none, or nothing to resume.</summary>
    public string? ETag { get; private set; }

    /// <summary>How long the whole result is; null where the server did not say.</summary>
    public long? TotalLength { get; private set; }

    /// <summary>What is here so far.</summary>
    public long Length => _stream.Length;

    private string NotePath => NoteOf(_path);

    /// <summary>Opens or makes the part of a result, and forgets what cannot be resumed.</summary>
    /// <exception cref="IOException">It is open elsewhere.</exception>
    public static PartFile Open(string directory, ResultFile file)
    {
        PartFile part = new(PathOf(directory, file), file);
        PartNote note = PartNote.Read(part.NotePath);
        (part.ETag, part.TotalLength) = (note.ETag, note.Length);
        if (part.ETag is null) part._stream.SetLength(0);
        part._stream.Seek(0, SeekOrigin.End);
        return part;
    }

    /// <summary>Where the result is, if an earlier download of its task brought it here whole and then failed with another result; else null.</summary>
    public static string? FindWhole(string directory, ResultFile file)
    {
        PartNote note = PartNote.Read(NoteOf(PathOf(directory, file)));
        if (note.TaskId != file.TaskId || note.File is null || note.File != Path.GetFileName(note.File)) return null;
        string path = Path.Combine(directory, note.File);
        FileInfo whole = new(path);
        return whole.Exists && whole.Length == note.Length ? path : null;
    }

    /// <summary>Takes away what <see cref="FindWhole"/> goes by: all results of the task are here.</summary>
    public static void Forget(string directory, ResultFile file) => Try(() => File.Delete(NoteOf(PathOf(directory, file))));

    /// <summary>Starts from nothing, for a representation with this validator and length.</summary>
    public void Restart(Uri? source, string? etag, long? totalLength)
    {
        _stream.SetLength(0);
        (ETag, TotalLength) = (etag, totalLength);
        if (etag is null || source is null) File.Delete(NotePath);
        else new PartNote(source.GetLeftPart(UriPartial.Path), etag, totalLength).Write(NotePath);
    }

    public ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Gives the whole result its name. Never over another file: a taken name gets a number.</summary>
    /// <returns>The path that it has now.</returns>
    public async Task<string> CompleteAsync(string directory, string name)
    {
        long length = _stream.Length;
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync().ConfigureAwait(false);
        for (int number = 1; ; number++)
        {
            string target = Path.Combine(directory, number == 1 ? name : ResultFileName.Numbered(name, number));
            try
            {
                File.Move(_path, target, overwrite: false);
            }
            catch (IOException) when (File.Exists(target) || Directory.Exists(target))
            {
                // Taken.
                continue;
            }

            Try(() => NoteWhole(target, length));
            return target;
        }
    }

    public async ValueTask DisposeAsync()
    {
        bool isEmpty = _stream.CanSeek && _stream.Length == 0;
        await _stream.DisposeAsync().ConfigureAwait(false);
        if (!isEmpty) return;
        File.Delete(_path);
        File.Delete(NotePath);
    }

    private void NoteWhole(string target, long length)
    {
        if (_file.Count > 1) new PartNote(null, null, length, Path.GetFileName(target), _file.TaskId).Write(NotePath);
        else File.Delete(NotePath);
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

    private static string NoteOf(string part) => part + ".json";

    private static string PathOf(string directory, ResultFile file) => Path.Combine(directory, ResultFileName.Stem(file) + ".part");
}
