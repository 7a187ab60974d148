using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Evolink.Architecture;

/// <summary>
/// The types of an assembly, the source files that they come from, and which of them names which: in base types, signatures, attributes and method
/// bodies. What lies within a type, also what the compiler put there, counts as the type itself. Constants and the names of <c>nameof</c> are not
/// seen: the compiler leaves nothing of their types.
/// </summary>
internal sealed class TypeGraph
{
    private readonly Dictionary<string, IReadOnlyCollection<string>> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<TypeUse> _uses = [];

    private TypeGraph()
    {
    }

    /// <summary>The source files of each type that has any.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Documents => _documents;

    /// <summary>Each use of one type by another, once.</summary>
    public IReadOnlyCollection<TypeUse> Uses => _uses;

    /// <summary>Reads an assembly and its portable PDB, which lies beside it or within it.</summary>
    public static TypeGraph Read(string assemblyPath)
    {
        using PEReader assembly = new(File.OpenRead(assemblyPath));
        if (!assembly.TryOpenAssociatedPortablePdb(assemblyPath, path => File.Exists(path) ? File.OpenRead(path) : null, out MetadataReaderProvider? found, out _))
        {
            throw new FileNotFoundException($"No portable PDB is found for {assemblyPath}.");
        }

        using MetadataReaderProvider pdb = found!;
        TypeGraph graph = new();
        TypeDocuments documents = new(pdb.GetMetadataReader());
        MetadataReader metadata = assembly.GetMetadataReader();
        foreach (IGrouping<TypeDefinitionHandle, TypeDefinitionHandle> type in metadata.TypeDefinitions.GroupBy(type => Outermost(metadata, type)))
        {
            graph.Add(assembly, metadata, documents, type.Key, [.. type]);
        }

        return graph;
    }

    private void Add(PEReader assembly, MetadataReader metadata, TypeDocuments documents, TypeDefinitionHandle type, IReadOnlyList<TypeDefinitionHandle> parts)
    {
        string[] files = [.. parts.SelectMany(part => documents.Find(metadata.GetTypeDefinition(part), part)).Distinct().Where(IsHandwritten)];
        if (files.Length == 0) return;
        string name = NameOf(metadata, type);
        _documents.Add(name, files);
        UsedTypes used = new(assembly, metadata);
        foreach (TypeDefinitionHandle part in parts) used.AddAllOf(part);
        _uses.UnionWith(used.Found.Select(found => Outermost(metadata, found)).Where(found => found != type).Select(found => new TypeUse(name, NameOf(metadata, found))));
    }

    // Source generators write into obj, or give a path that is nowhere.
    private static bool IsHandwritten(string document) => !document.EndsWith(".g.cs", StringComparison.Ordinal) && !document.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal);

    private static TypeDefinitionHandle Outermost(MetadataReader metadata, TypeDefinitionHandle type)
    {
        while (metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } declaring) type = declaring;
        return type;
    }

    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle type)
    {
        TypeDefinition definition = metadata.GetTypeDefinition(type);
        string space = metadata.GetString(definition.Namespace);
        return (space.Length > 0 ? space + "." : "") + metadata.GetString(definition.Name);
    }
}

/// <summary>One type names another.</summary>
internal readonly record struct TypeUse(string From, string To);
