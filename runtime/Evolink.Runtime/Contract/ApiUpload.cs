using System.ComponentModel;

namespace Evolink;

/// <summary>How an operation takes a file and says where it is, as <c>x-evolink-upload</c> has it.</summary>
/// <param name="Content">The member of the body that is the file or, of an operation that fetches it from another server, its address.</param>
/// <param name="Url">The JSON pointer to the file's URL in the response.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ApiUpload(string Content, string Url)
{
    /// <summary>The member of the body that is the name to store it under; null where the operation takes none.</summary>
    public string? Name { get; init; }

    /// <summary>The member of the body that is the folder; null where the operation takes none.</summary>
    public string? Folder { get; init; }

    /// <summary>The JSON pointer to what the file is deleted by; null where the response has nothing like it.</summary>
    public string? Id { get; init; }

    /// <summary>The JSON pointer to the time at which the file is deleted; null where the response does not say.</summary>
    public string? Expires { get; init; }

    /// <summary>The largest file in bytes; null where none is documented.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>How many seconds the file is kept; null where that is not documented.</summary>
    public long? LifetimeSeconds { get; init; }
}
