using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Operations;

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
            string[] members = [.. Members(operation)];
            string initial = members.Length > 0 ? $" {{ {string.Join(", ", members)} }}" : "";
            code.Write($"public static readonly {TypeNames.Runtime}ApiOperation {operation.Field} = new({arguments}){initial};").Blank();
        }

        // Last, because static fields are set in the order of their text.
        code.Write($"public static {TypeNames.Runtime}ApiDescriptor Descriptor {{ get; }} = new()");
        code.Write("{");
        code.Write($"    ClientName = {CSharp.Quote(unit.ClientName)},");
        code.Write($"    Servers = [{string.Join(", ", unit.Servers.Select(CSharp.Quote))}],");
        if (!unit.NeedsKey)
        {
            code.Write("    NeedsKey = false,");
        }

        if (unit.TaskQuery is { } query)
        {
            code.Write($"    TaskQuery = {query},");
        }

        code.Write("};");
        code.Close();
    }

    /// <summary>What differs from what the runtime takes for granted.</summary>
    private static IEnumerable<string> Members(OperationModel operation)
    {
        if (operation.CreatesTask)
        {
            yield return "CreatesTask = true";
        }

        if (operation.Key.Location != KeyLocation.Bearer)
        {
            yield return $"KeyLocation = {TypeNames.Runtime}ApiKeyLocation.{operation.Key.Location}";
        }

        if (operation.Key.Name.Length > 0)
        {
            yield return $"KeyName = {CSharp.Quote(operation.Key.Name)}";
        }

        if (operation.Accept != "application/json")
        {
            yield return $"Accept = {CSharp.Quote(operation.Accept)}";
        }

        if (operation.Fields.Count > 0)
        {
            yield return $"Fields = [{string.Join(", ", operation.Fields.Select(Field))}]";
        }
    }

    private static string Field(FieldSpec field)
    {
        var members = new List<string>();
        if (field.Form is { } form)
        {
            members.Add($"Style = {TypeNames.Runtime}ParameterStyle.{form.Style}");
            if (form.Explode is { } explode)
            {
                members.Add($"Explode = {(explode ? "true" : "false")}");
            }

            if (form.AllowReserved)
            {
                members.Add("AllowReserved = true");
            }
        }

        if (field.ContentType is { } contentType)
        {
            members.Add($"ContentType = {CSharp.Quote(contentType)}");
        }

        return $"new({CSharp.Quote(field.Name)}) {{ {string.Join(", ", members)} }}";
    }
}
