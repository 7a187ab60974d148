namespace Evolink.Architecture;

/// <summary>
/// The folders of a project in an order in which none names a later one: the first is the floor, the last the roof. A type belongs to
/// the folder that its source file lies in.
/// </summary>
internal sealed class FolderOrder
{
    private readonly string _projectFolder;
    private readonly List<string> _folders;

    /// <param name="projectFolder">The end of the project's path, as in <c>runtime/Evolink.Runtime</c>.</param>
    /// <param name="folders">
    /// The folders below it, the lowest first. One below another, <c>Tasks/Polling</c>, may have a place of its own; otherwise it has its parent's. The
    /// project's own folder is <c>.</c>, and a file that is linked from outside has the name of the folder that it lies in.
    /// </param>
    public FolderOrder(string projectFolder, params IEnumerable<string> folders) => (_projectFolder, _folders) = (projectFolder, [.. folders]);

    /// <summary>What is wrong with an assembly, each as <c>Folder.Type → Folder.Type</c>: every use of a later folder's type, and every type whose folder is not listed.</summary>
    /// <param name="assemblyPath">The assembly; its portable PDB lies beside it.</param>
    public IReadOnlyList<string> FindWrongArrows(string assemblyPath)
    {
        TypeGraph graph = TypeGraph.Read(assemblyPath);
        Dictionary<string, string> folders = FoldersOf(graph);
        IEnumerable<string> homeless = folders.Where(type => RankOf(type.Value) < 0).Select(type => $"{type.Key} lies in {type.Value}, which has no place in the order");
        IEnumerable<string> wrong = graph.Uses
            .Where(use => folders.ContainsKey(use.From) && folders.ContainsKey(use.To) && RankOf(folders[use.From]) >= 0 && RankOf(folders[use.From]) < RankOf(folders[use.To]))
            .Select(use => $"{Named(use.From)} → {Named(use.To)}");
        return [.. homeless.Concat(wrong).Distinct().Order(StringComparer.Ordinal)];

        string Named(string type) => $"{folders[type]}: {type}";
    }

    /// <summary>The folder of each type, by the type's full name.</summary>
    /// <inheritdoc cref="FindWrongArrows" path="/param"/>
    public IReadOnlyDictionary<string, string> ReadFolders(string assemblyPath) => FoldersOf(TypeGraph.Read(assemblyPath));

    private Dictionary<string, string> FoldersOf(TypeGraph graph) => graph.Documents.ToDictionary(type => type.Key, type => FolderOf(type.Value), StringComparer.Ordinal);

    private int RankOf(string folder)
    {
        for (string? path = folder; path is not null; path = Parent(path))
        {
            if (_folders.IndexOf(path) is >= 0 and var rank) return rank;
        }

        return -1;
    }

    private static string? Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : null;

    // A partial type may have files in several folders, which is wrong unless they have one place: the list then names them all.
    private string FolderOf(IReadOnlyCollection<string> documents)
    {
        string[] folders = [.. documents.Select(FolderOf).Distinct().Order(StringComparer.Ordinal)];
        return folders.Length == 1 || folders.Select(RankOf).Distinct().Count() == 1 ? folders[0] : string.Join(" and ", folders);
    }

    private string FolderOf(string document)
    {
        string path = document.Replace('\\', '/');
        string folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        int start = (folder + "/").LastIndexOf($"/{_projectFolder}/", StringComparison.Ordinal);
        return start < 0 ? folder[(folder.LastIndexOf('/') + 1)..]
            : folder[(start + 1 + _projectFolder.Length)..].Trim('/') is { Length: > 0 } below ? below : ".";
    }
}
