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
        Docs.Write(code, unit.ClientName is null ? "The operations of the requests, as the specifications have them." : "The API as the specifications have it: its operations and servers.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"internal static class {unit.Name}");
        WriteOperations(code, unit.Operations.Where(operation => operation.TaskFamily is null));
        foreach (TaskFamilyModel family in unit.TaskFamilies)
        {
            TaskFamilyEmitter.Write(code, family);
        }

        WriteOperations(code, unit.Operations.Where(operation => operation.TaskFamily is not null));
        if (unit.ClientName is { } client)
        {
            WriteDescriptor(code, unit, client);
        }

        code.Close();
    }

    private static void WriteOperations(CodeWriter code, IEnumerable<OperationModel> operations)
    {
        foreach (OperationModel operation in operations)
        {
            string arguments = string.Join(", ", new[] { operation.Id, operation.Method, operation.Path, operation.Server }.Select(CSharp.Quote));
            string[] members = [.. Members(operation)];
            string initial = members.Length > 0 ? $" {{ {string.Join(", ", members)} }}" : "";
            code.Write($"public static readonly {TypeNames.Runtime}ApiOperation {operation.Field} = new({arguments}){initial};").Blank();
        }
    }

    /// <summary>Last, because static fields are set in the order of their text.</summary>
    private static void WriteDescriptor(CodeWriter code, ApiUnit unit, string client)
    {
        code.Write($"public static {TypeNames.Runtime}ApiDescriptor Descriptor {{ get; }} = new()");
        code.Write("{");
        code.Write($"    ClientName = {CSharp.Quote(client)},");
        code.Write($"    Servers = [{string.Join(", ", unit.Servers.Select(CSharp.Quote))}],");
        if (unit.EnvironmentPrefix != "EVOLINK")
        {
            code.Write($"    EnvironmentPrefix = {CSharp.Quote(unit.EnvironmentPrefix)},");
        }

        if (unit.IsEvolink)
        {
            code.Write("    HasEvolinkConventions = true,");
        }

        if (unit.SecuritySchemes.Count > 0)
        {
            code.Write($"    SecuritySchemes = [{string.Join(", ", unit.SecuritySchemes.Select(CSharp.Quote))}],");
        }

        if (!unit.NeedsKey)
        {
            code.Write("    NeedsKey = false,");
        }

        if (unit.FileUpload is { } upload)
        {
            code.Write($"    FileUpload = {upload},");
        }

        if (unit.TaskFamilies.Count > 0)
        {
            code.Write($"    TaskFamilies = [{string.Join(", ", unit.TaskFamilies.Select(family => family.Field))}],");
        }

        code.Write("};");
    }

    /// <summary>What differs from what the runtime takes for granted.</summary>
    private static IEnumerable<string> Members(OperationModel operation)
    {
        if (operation.TaskFamily is { } family)
        {
            yield return $"TaskFamily = {family}";
        }

        if (operation.Key.Location != KeyLocation.Bearer)
        {
            yield return $"KeyLocation = {TypeNames.Runtime}ApiKeyLocation.{operation.Key.Location}";
        }

        if (operation.Key.Name.Length > 0)
        {
            yield return $"KeyName = {CSharp.Quote(operation.Key.Name)}";
        }

        if (operation.KeyChoices.Count > 0)
        {
            yield return $"KeySchemes = [{string.Join(", ", operation.KeyChoices.Select(KeyScheme))}]";
        }

        if (operation.Accept != "application/json")
        {
            yield return $"Accept = {CSharp.Quote(operation.Accept)}";
        }

        if (operation.Statuses.Count > 0)
        {
            yield return $"ResultStatuses = [{string.Join(", ", operation.Statuses)}]";
        }

        if (operation.Presets.Count > 0)
        {
            yield return $"Presets = [{string.Join(", ", operation.Presets.Select(preset => $"new({TypeNames.Runtime}ParameterLocation.{preset.Location}, {CSharp.Quote(preset.JsonName)}, {CSharp.Quote(preset.PresetText!)})"))}]";
        }

        if (operation.Upload is { } upload)
        {
            yield return $"Upload = {UploadEmitter.Describe(upload)}";
        }

        if (operation.Events.Count > 0)
        {
            yield return $"Events = [{string.Join(", ", operation.Events.Select(Event))}]";
        }

        if (operation.Fields.Count > 0)
        {
            yield return $"Fields = [{string.Join(", ", operation.Fields.Select(Field))}]";
        }
    }

    private static string KeyScheme(KeyChoice choice) =>
        $"new({CSharp.Quote(choice.Scheme)}, {TypeNames.Runtime}ApiKeyLocation.{choice.Key.Location}{(choice.Key.Name.Length > 0 ? ", " + CSharp.Quote(choice.Key.Name) : "")})";

    private static string Event(EventShape shape)
    {
        var members = new List<string>();
        AddList(members, "Required", shape.Required);
        AddList(members, "AnyOf", shape.AnyOf);
        if (shape.Tag is { } tag)
        {
            members.Add($"Tag = {CSharp.Quote(tag)}");
        }

        AddList(members, "Values", shape.Values);
        if (shape.IsError)
        {
            members.Add("IsError = true");
        }

        return $"new() {{ {string.Join(", ", members)} }}";
    }

    private static void AddList(List<string> members, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            members.Add($"{name} = [{string.Join(", ", values.Select(CSharp.Quote))}]");
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
