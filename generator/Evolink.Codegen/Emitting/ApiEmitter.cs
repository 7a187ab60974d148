using System.Linq;
using Evolink.Codegen.Modeling.Client;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes what the runtime has to know of the API.</summary>
internal static class ApiEmitter
{
    public static void Write(CodeWriter code, ApiUnit unit)
    {
        Docs.Write(code, "The API as the specifications have it: its operations and servers.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"internal static class {unit.Name}");
        foreach (OperationModel operation in unit.Operations)
        {
            string arguments = string.Join(", ", new[] { operation.Id, operation.Method, operation.Path, operation.Server }.Select(CSharp.Quote));
            string creates = operation.CreatesTask ? " { CreatesTask = true }" : "";
            code.Write($"public static readonly {TypeNames.Runtime}ApiOperation {operation.Field} = new({arguments}){creates};").Blank();
        }

        // Last, because static fields are set in the order of their text.
        code.Write($"public static {TypeNames.Runtime}ApiDescriptor Descriptor {{ get; }} = new()");
        code.Write("{");
        code.Write($"    ClientName = {CSharp.Quote(unit.ClientName)},");
        code.Write($"    Servers = [{string.Join(", ", unit.Servers.Select(CSharp.Quote))}],");
        if (unit.TaskQuery is { } query)
        {
            code.Write($"    TaskQuery = {query},");
        }

        code.Write("};");
        code.Close();
    }
}
