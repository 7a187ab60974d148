namespace Evolink.Tests.Support;

/// <summary>An exception that throws while it is asked for its text, or has none.</summary>
internal sealed class UnreadableException : Exception
{
    private readonly bool _throws;
    private readonly string? _message;

    public UnreadableException() => _throws = true;

    public UnreadableException(string? message) => _message = message;

    public override string Message => _throws ? throw new InvalidOperationException("The resources are missing.") : _message!;
}
