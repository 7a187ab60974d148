using System.Buffers;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Reads the body of a result: first as much as it takes to tell what it is, then the rest, writing one piece while the next one comes.</summary>
internal sealed class ResultBody(Stream stream, StallTimeout stall) : IDisposable
{
    private const int BufferBytes = 256 * 1024;

    private byte[] _next = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private byte[] _other = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int _count;

    /// <summary>The beginning, once <see cref="ReadHeadAsync"/> read it.</summary>
    public ReadOnlySpan<byte> Head => _next.AsSpan(0, _count);

    /// <summary>Whether nothing follows <see cref="Head"/>.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Reads the beginning: a few bytes of media, or a text up to the length that an error may have.</summary>
    /// <param name="limit">How long it may take in all, however steadily it comes.</param>
    /// <param name="longestText">How many bytes of a text are wanted.</param>
    /// <exception cref="OperationCanceledException">It took longer, or the server went silent; the try has ended.</exception>
    public async Task ReadHeadAsync(TimeSpan limit, int longestText)
    {
        stall.Limit(limit);
        await FillAsync(longestText).ConfigureAwait(false);
        stall.Limit(null);
    }

    /// <summary>Hands on everything, the beginning included, one piece after the other.</summary>
    public async Task CopyAsync(Func<ReadOnlyMemory<byte>, Task> keep)
    {
        Task kept = Task.CompletedTask;
        try
        {
            if (_count == 0 && !IsWhole) _count = await ReadAsync(_next).ConfigureAwait(false);
            while (_count > 0)
            {
                stall.Pause();
                await kept.ConfigureAwait(false);
                kept = KeepAsync(keep, _next.AsMemory(0, _count));
                (_next, _other) = (_other, _next);
                _count = IsWhole ? 0 : await ReadAsync(_next).ConfigureAwait(false);
            }
        }
        finally
        {
            // Also when the line broke: what came is kept, and its buffer is in use until then.
            stall.Pause();
            await kept.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_next);
        ArrayPool<byte>.Shared.Return(_other);
    }

    private async Task FillAsync(int longestText)
    {
        while (_count < ContentSniffer.HeadBytes || (_count <= longestText && ContentSniffer.IsText(Head)))
        {
            int count = await ReadAsync(_next.AsMemory(_count)).ConfigureAwait(false);
            IsWhole = count == 0;
            if (IsWhole) return;
            _count += count;
        }
    }

    // Who fails to keep a piece does not wait for the next one to come.
    private async Task KeepAsync(Func<ReadOnlyMemory<byte>, Task> keep, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await keep(bytes).ConfigureAwait(false);
        }
        catch
        {
            stall.End();
            throw;
        }
    }

    // A reset arrives as a plain IOException, which must not pass for one of the disk.
    private async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        stall.Resume();
        try
        {
            return await stream.ReadAsync(buffer, stall.Token).ConfigureAwait(false);
        }
        catch (IOException reset) when (reset is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, reset.Message, reset);
        }
    }
}
