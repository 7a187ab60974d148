namespace Evolink.Tool.Connections;

/// <summary>Files that nobody but their owner can read, not even for a moment.</summary>
internal static class OwnerFile
{
    /// <summary>The rights of such a file.</summary>
    public const UnixFileMode Rights = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Has a file that is made with the options be its owner's. On Windows its folder decides.</summary>
    public static FileStreamOptions Restrict(FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Rights;
        return options;
    }
}
