using System.Linq;
using Evolink.Codegen.Client;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes what tells the runtime which type of request a model has. Without it a request would be read only by whoever names its type.</summary>
internal static class RequestsEmitter
{
    public static void Write(CodeWriter code, RequestsUnit unit)
    {
        Docs.Write(code, "The requests by their models, so that one is read whose type is not known.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"internal static class {unit.Name}");
        code.Write("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        string types = string.Concat(unit.Requests.Select(request => "\n    ." + Add(request)));
        code.Write($"internal static void Register() => {TypeNames.Runtime}RequestTypes.Register(typeof({unit.Name}).Assembly, static types => types{types});");
        code.Close();
    }

    private static string Add(RequestModel request) => request.IsCase
        ? $"AddCase<{request.Type}>()"
        : $"Add<{request.Type}>({string.Join(", ", request.Models.Select(CSharp.Quote))})";
}
