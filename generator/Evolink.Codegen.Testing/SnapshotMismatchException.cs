namespace Evolink.Codegen.Testing;

/// <summary>What was emitted is not what a snapshot says. The message names each file and the first line that differs.</summary>
public sealed class SnapshotMismatchException : Exception
{
    internal SnapshotMismatchException(string message)
        : base(message)
    {
    }
}
