using System.Linq;
using Evolink.Codegen.Client;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the resolver that knows every generated type.</summary>
internal static class JsonEmitter
{
    public static void Write(CodeWriter code, JsonUnit unit)
    {
        Docs.Write(code, "JSON of the generated types where reflection is switched off.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public static class {unit.Name}");
        Docs.Write(code, "Resolves every generated type; combine it with your own by <c>TypeInfoResolverChain</c>.");
        string types = string.Concat(unit.Types.Select(type => $"\n    .Add<{type}>()").Concat(unit.Bases.Select(type => $"\n    .AddBase<{type}>()")));
        code.Write($"public static {TypeNames.Json}Serialization.Metadata.IJsonTypeInfoResolver Resolver {{ get; }} = new {TypeNames.Runtime}JsonModelResolver(){types};");
        code.Close();
    }
}
