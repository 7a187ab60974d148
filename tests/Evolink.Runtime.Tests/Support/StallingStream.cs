using System.Text;

namespace Evolink.Tests.Support;

/// <summary>A body that begins and then says nothing more until somebody gives up.</summary>
internal sealed class StallingStream(string beginning) : MemoryStream(Encoding.UTF8.GetBytes(beginning), writable: false)
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The beginning was read, and the reader waits for more.</summary>
    public Task Stalled => _stalled.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position < Length) return Read(buffer.Span);
        _stalled.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
