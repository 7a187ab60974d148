namespace Evolink;

/// <summary>An uploaded file that the simulator keeps.</summary>
/// <param name="Id">What it is deleted by.</param>
/// <param name="Name">The name that it came with.</param>
/// <param name="Folder">The folder that it was put into; empty for none.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Url">Where anyone gets it, until it expires.</param>
/// <param name="Uploaded">When it came.</param>
/// <param name="Expires">When it is deleted.</param>
public sealed record SimulatedFile(string Id, string Name, string Folder, string ContentType, long Size, Uri Url, DateTimeOffset Uploaded, DateTimeOffset Expires);
