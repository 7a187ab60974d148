namespace Evolink.Codegen.Operations;

/// <summary>How an operation takes a file and says where it is, as <c>x-evolink-upload</c> has it.</summary>
/// <param name="Content">The member of the body that is the file, or the address from which the server fetches it.</param>
/// <param name="IsFetched">Whether it is the address.</param>
/// <param name="Url">The JSON pointer to the file's URL in the response.</param>
internal sealed record UploadSpec(string Content, bool IsFetched, string Url)
{
    /// <summary>The member of the body that is the name to store it under.</summary>
    public string? Name { get; init; }

    /// <summary>The member of the body that is the folder.</summary>
    public string? Folder { get; init; }

    /// <summary>The JSON pointer to what the file is deleted by.</summary>
    public string? Id { get; init; }

    /// <summary>The JSON pointer to the time at which it is deleted.</summary>
    public string? Expires { get; init; }

    /// <summary>The largest file in bytes.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>How many seconds it is kept.</summary>
    public long? LifetimeSeconds { get; init; }
}
