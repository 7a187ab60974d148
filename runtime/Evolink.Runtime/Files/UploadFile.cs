using System.Net.Http.Headers;
using Evolink.Runtime.Files;

namespace Evolink;

/// <summary>A file to upload: its content as a stream, with the name and type that the server is told.</summary>
/// <remarks>
/// The stream is sent from where it stands and never disposed. One that can seek is rewound for a retry; one that cannot is sent
/// once, and a call that would have to send it again fails instead. So does a call whose stream another call is sending: nothing of it is submitted.
/// </remarks>
public sealed class UploadFile
{
    /// <summary>Makes a file of a stream.</summary>
    /// <param name="content">The content. It stays the caller's to dispose, after the call.</param>
    /// <param name="fileName">The name that the server is told.</param>
    /// <param name="contentType">The media type, such as <c>image/png</c>; by default what the specification or the name's extension says.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, the name is empty, or the type is no media type.</exception>
    public UploadFile(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (!content.CanRead) throw new ArgumentException("The stream cannot be read.", nameof(content));
        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _)) throw new ArgumentException($"'{contentType}' is no media type.", nameof(contentType));
        (Content, FileName, ContentType) = (content, fileName, contentType);
        Segment = new BodySegment(content);
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name that the server is told.</summary>
    public string FileName { get; }

    /// <summary>The media type; null for what the specification or the name's extension says.</summary>
    public string? ContentType { get; }

    internal BodySegment Segment { get; }

    /// <summary>An open file, by its own name.</summary>
    public static implicit operator UploadFile(FileStream file) => FromFileStream(file);

    /// <summary>An open file, by its own name.</summary>
    public static UploadFile FromFileStream(FileStream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(file, Path.GetFileName(file.Name));
    }

    /// <summary>The file's name.</summary>
    public override string ToString() => FileName;
}
