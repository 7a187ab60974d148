namespace Evolink.Jobs.Requests;

/// <summary>A stored request is none that can be sent: its model is gone, or takes other parameters by now.</summary>
internal sealed class UnreadableRequestException(string message) : Exception(message);
