namespace Evolink.Codegen.Testing;

/// <summary>The snapshots of one run.</summary>
internal sealed class SnapshotFolder(string folder)
{
    private const string EmittedEnd = ".g.cs", VerifiedEnd = ".verified.cs";

    /// <exception cref="SnapshotMismatchException">A file differs, has no snapshot, or is not emitted any more.</exception>
    public void Match(IEnumerable<KeyValuePair<string, string>> sources)
    {
        Directory.CreateDirectory(folder);
        Dictionary<string, string> emitted = sources.ToDictionary(static source => NameOf(source.Key), static source => source.Value);
        string[] differences =
        [
            .. emitted.Select(source => new SnapshotFile(Path.Combine(folder, source.Key)).Compare(source.Value)).OfType<string>(),
            .. RemoveOrNameStale(emitted.Keys),
        ];
        if (differences.Length > 0)
        {
            throw new SnapshotMismatchException(
                $"{string.Join("\n", differences)}\nIf what was emitted is right, run the test once with EVOLINK_UPDATE_SNAPSHOTS=1 and read the diff of '{folder}'.");
        }
    }

    private static string NameOf(string source) => source.EndsWith(EmittedEnd, StringComparison.Ordinal) ? source[..^EmittedEnd.Length] : Path.GetFileNameWithoutExtension(source);

    private IEnumerable<string> RemoveOrNameStale(IEnumerable<string> emitted)
    {
        foreach (string name in Directory.GetFiles(folder, "*" + VerifiedEnd).Select(static file => Path.GetFileName(file)[..^VerifiedEnd.Length]).Except(emitted).Order(StringComparer.Ordinal))
        {
            if (SnapshotFile.AreAccepted) File.Delete(Path.Combine(folder, name + VerifiedEnd));
            else yield return $"{name}{VerifiedEnd} is there, but nothing is emitted for it.";
        }
    }
}
