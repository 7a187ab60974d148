namespace Evolink.Tool.Uploads;

/// <summary>Checks local files before anything is uploaded.</summary>
internal static class LocalFileCheck
{
    private static readonly MetadataMediaInspector s_inspector = new();

    /// <summary>Everything that is wrong, one sentence each that begins with the member.</summary>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(IReadOnlyList<LocalFile> files, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        foreach (LocalFile file in files)
        {
            if (!File.Exists(file.Path))
            {
                problems.Add($"{file.Member}: must be a public http or https URL or a file of this machine, and there is no file '{file.Path}'.");
                continue;
            }

            try
            {
                problems.AddRange((await MediaCheck.FindProblemsAsync(file.Path, file.Media, s_inspector, cancellationToken)).Select(problem => $"{file.Member}: '{file.Path}' {problem}."));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{file.Member}: '{file.Path}' cannot be read: {unreadable.Message}");
            }
        }

        return problems;
    }
}
