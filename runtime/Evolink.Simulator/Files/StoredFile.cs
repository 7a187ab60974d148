namespace Evolink.Simulation;

/// <summary>An uploaded file: what is known of it, and where its content lies until it expires.</summary>
/// <param name="Id">What it is deleted by.</param>
/// <param name="Name">The name that it is stored under, safe in a path.</param>
/// <param name="OriginalName">The name that it came with.</param>
/// <param name="Folder">The folder that it was put into; empty for none.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Path">Where its content lies.</param>
/// <param name="Uploaded">When it came.</param>
/// <param name="Expires">When it is deleted.</param>
internal sealed record StoredFile(
    string Id, string Name, string OriginalName, string Folder, string ContentType, long Size, string Path, DateTimeOffset Uploaded, DateTimeOffset Expires)
{
    /// <summary>The path below the simulator's origin at which anyone gets the content.</summary>
    public string UrlPath => $"{StoredFileEndpoint.Root}{Id}/{Name}";
}
