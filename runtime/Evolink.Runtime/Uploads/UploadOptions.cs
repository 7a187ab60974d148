namespace Evolink;

/// <summary>How one file is uploaded.</summary>
public sealed record UploadOptions
{
    internal static UploadOptions Default { get; } = new();

    /// <summary>The name to store the file under.</summary>
    /// <value>The default, <see langword="null"/>, leaves the name to the service, which is told the file's own.</value>
    public string? FileName { get; init; }

    /// <summary>The folder to put the file into.</summary>
    /// <value>The default, <see langword="null"/>, leaves it to the service.</value>
    public string? Folder { get; init; }

    /// <summary>The media type, such as <c>image/png</c>.</summary>
    /// <value>The default, <see langword="null"/>, is what the first bytes of the file say, else what its name's extension says.</value>
    public string? ContentType { get; init; }

    /// <summary>
    /// What the file has to be: the <see cref="ModelParameter.Media"/> of the parameter that it is for. A file that is something else is not sent.
    /// Kind, format and size are always checked; pixels and seconds by <see cref="EvolinkOptions.MediaInspector"/>, in a stream that can seek.
    /// </summary>
    /// <value>The default, <see langword="null"/>, checks what the upload itself demands.</value>
    public ModelMedia? Media { get; init; }

    /// <summary>Told how far the upload is, about every 64 KB. A repeated attempt starts at 0 again. What it throws ends the upload and reaches the caller as it is; once the file has arrived it is ignored.</summary>
    public IProgress<UploadProgress>? Progress { get; init; }
}
