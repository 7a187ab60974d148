using System.Text;

namespace Evolink.Codegen.Tests.Support;

/// <summary>A body that breaks off after a text.</summary>
internal sealed class BreakingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The connection was closed.");
}
