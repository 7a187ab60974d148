using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Opens a file for one writer: a regular file, locked, that its path still names once the lock is held.</summary>
internal static class ExclusiveFile
{
    private const int MaxTries = 16;

    // FAT keeps modification times to two seconds.
    private const int TimeStepSeconds = 2;

    // On Windows an open file can be renamed only if others may delete it; reading and writing stay refused. Elsewhere only None takes the exclusive lock.
    private static FileShare Share => OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>Opens the file, or makes it. A link or a pipe of that name is deleted, never followed or waited for.</summary>
    /// <exception cref="IOException">Another writer has it open.</exception>
    public static SafeFileHandle Open(string path)
    {
        for (int tries = 0; tries < MaxTries; tries++)
        {
            if (IsLink(path)) File.Delete(path);
            if (TryOpen(path) is not { } handle) continue;
            try
            {
                bool isRegular = IsRegular(handle);
                if (!isRegular) File.Delete(path);
                else if (OperatingSystem.IsWindows() || IsNamedBy(path, handle)) return handle;
            }
            catch
            {
                handle.Dispose();
                throw;
            }

            handle.Dispose();
        }

        throw new IOException($"'{path}' is replaced again and again by another program.");
    }

    /// <summary>Whether a path is a symbolic link, one that leads nowhere included.</summary>
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>Whether a file is one that has a length: a pipe has none, and reading it may wait for ever.</summary>
    public static bool IsRegular(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle) >= 0;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    // Making a file follows no link. Opening one for reading and writing does not wait for the other end of a pipe.
    private static SafeFileHandle? TryOpen(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, Share, FileOptions.Asynchronous);
        }
        catch (IOException) when (File.Exists(path))
        {
            // It is there already: open it.
        }
        catch (IOException) when (IsLink(path))
        {
            return null;
        }

        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, Share, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a path still names an open file.</summary>
    /// <remarks>
    /// Between the opening and the lock another writer may have finished this very file and given it its name: what is written now would
    /// destroy it. .NET tells no file's identity, so the open file gets a random time for a moment, and the path must show it.
    /// </remarks>
    public static bool IsNamedBy(string path, SafeFileHandle handle)
    {
        DateTime real = File.GetLastWriteTimeUtc(handle);
        DateTime mark = DateTime.UnixEpoch.AddSeconds((long)RandomNumberGenerator.GetInt32(500_000_000, 1_000_000_000) * TimeStepSeconds);
        File.SetLastWriteTimeUtc(handle, mark);
        FileInfo named = new(path);
        bool isSame = named is { Exists: true, LinkTarget: null } && named.LastWriteTimeUtc == mark;
        File.SetLastWriteTimeUtc(handle, real);
        return isSame;
    }
}
