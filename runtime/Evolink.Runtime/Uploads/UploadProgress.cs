namespace Evolink;

/// <summary>How far an upload is.</summary>
/// <param name="SentBytes">How many bytes of the file have left.</param>
/// <param name="TotalBytes">How many it has; null for a stream without a length.</param>
public readonly record struct UploadProgress(long SentBytes, long? TotalBytes);
