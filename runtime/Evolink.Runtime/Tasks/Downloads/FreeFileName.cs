namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Takes a free name in a folder, so that no other download can take it as well.</summary>
internal static class FreeFileName
{
    /// <summary>Makes an empty file of this name, or of the first numbered one that is free. It is the caller's, to be moved over.</summary>
    /// <remarks>Moving without overwriting is no substitute: .NET looks first and renames then, and two movers may both find the name free.</remarks>
    public static string Reserve(string directory, string name)
    {
        for (int number = 1; ; number++)
        {
            string target = Path.Combine(directory, number == 1 ? name : ResultFileName.Numbered(name, number));

            // A look costs next to nothing, an exception for each of a hundred results of one name does.
            if (File.Exists(target)) continue;
            try
            {
                File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write).Dispose();
                return target;
            }
            catch (Exception taken) when (taken is IOException or UnauthorizedAccessException && IsTaken(target))
            {
                // The next number.
            }
        }
    }

    private static bool IsTaken(string target) => File.Exists(target) || Directory.Exists(target) || ExclusiveFile.IsLink(target);
}
