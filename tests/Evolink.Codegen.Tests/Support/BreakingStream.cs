using System.Text;

namespace Evolink.Codegen.Tests.Support;

/// <summary>A body that breaks off after a text, once that has been read at the other end.</summary>
internal sealed class BreakingStream(string text, Task isRead) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    // So that nobody knows how long it was to be.
    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position < Length) return await base.ReadAsync(buffer, cancellationToken);
        await isRead;
        throw new IOException("The connection was closed.");
    }
}
