using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Testing;

/// <summary>What a consumer's project refers to: the framework, the runtime and what that brings along.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(IsOfAConsumer)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsOfAConsumer(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return name is "mscorlib" or "netstandard" or "System" or "Evolink.Runtime"
            || name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
    }
}
