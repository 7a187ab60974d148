using System.Text.Json;

namespace Evolink;

/// <summary>
/// A result as far as it has come: <c>{task}-{n}.part</c>, and beside it, in <c>.part.json</c>, what a later try needs to go on: address,
/// ETag and whole length. Open, it keeps every other download of the same result out.
/// </summary>
internal sealed class PartFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;

    private PartFile(string path)
    {
        _path = path;
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    /// <summary>The validator that a resumption needs; null where there is none, or nothing to resume.</summary>
    public string? ETag { get; private set; }

    /// <summary>How long the whole result is; null where the server did not say.</summary>
    public long? TotalLength { get; private set; }

    /// <summary>What is here so far.</summary>
    public long Length => _stream.Length;

    private string MetaPath => _path + ".json";

    /// <summary>Opens or makes the part of a result, and forgets what cannot be resumed.</summary>
    /// <exception cref="IOException">It is open elsewhere.</exception>
    public static PartFile Open(string directory, ResultFile file)
    {
        PartFile part = new(Path.Combine(directory, ResultFileName.Stem(file) + ".part"));
        part.ReadMeta();
        if (part.ETag is null) part._stream.SetLength(0);
        part._stream.Seek(0, SeekOrigin.End);
        return part;
    }

    /// <summary>Starts from nothing, for a representation with this validator and length.</summary>
    public void Restart(Uri? source, string? etag, long? totalLength)
    {
        _stream.SetLength(0);
        (ETag, TotalLength) = (etag, totalLength);
        if (etag is null || source is null)
        {
            File.Delete(MetaPath);
            return;
        }

        using FileStream meta = File.Create(MetaPath);
        using Utf8JsonWriter writer = new(meta);
        writer.WriteStartObject();
        writer.WriteString("source", source.GetLeftPart(UriPartial.Path));
        writer.WriteString("etag", etag);
        if (totalLength is { } length) writer.WriteNumber("length", length);
        writer.WriteEndObject();
    }

    public ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Gives the whole result its name. Never over another file: a taken name gets a number.</summary>
    /// <returns>The path that it has now.</returns>
    public async Task<string> CompleteAsync(string directory, string name)
    {
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync().ConfigureAwait(false);
        for (int number = 1; ; number++)
        {
            string target = Path.Combine(directory, number == 1 ? name : ResultFileName.Numbered(name, number));
            try
            {
                File.Move(_path, target, overwrite: false);
                File.Delete(MetaPath);
                return target;
            }
            catch (IOException) when (File.Exists(target) || Directory.Exists(target))
            {
                // Taken.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        bool isEmpty = _stream.CanSeek && _stream.Length == 0;
        await _stream.DisposeAsync().ConfigureAwait(false);
        if (!isEmpty) return;
        File.Delete(_path);
        File.Delete(MetaPath);
    }

    private void ReadMeta()
    {
        try
        {
            using JsonDocument meta = JsonDocument.Parse(File.ReadAllBytes(MetaPath));
            ETag = meta.RootElement.GetProperty("etag").GetString();
            TotalLength = meta.RootElement.TryGetProperty("length", out JsonElement length) ? length.GetInt64() : null;
        }
        catch (Exception unusable) when (unusable is IOException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            (ETag, TotalLength) = (null, null);
        }
    }
}
