using System.Collections.Frozen;
using Evolink.Codegen;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>Finds the operations of a spec.</summary>
internal static class OperationReader
{
    private static readonly FrozenSet<string> s_methods =
        FrozenSet.Create(StringComparer.Ordinal, "get", "put", "post", "delete", "options", "head", "patch", "trace");

    public static IEnumerable<SpecOperation> Read(SpecFile file) =>
        from path in file.Root["paths"]?.Members ?? []
        where path.Name.StartsWith('/')
        from method in SpecSchemas.Resolve(file.Root, path.Value)?.Members ?? []
        where s_methods.Contains(method.Name) && method.Value.Kind == SpecNodeKind.Object
        select new SpecOperation(file, method.Name.ToUpperInvariant(), new PathTemplate(path.Name), method.Value);
}
