using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes an object: its properties, how it is read and written, and what is demanded of it.</summary>
internal static class RecordEmitter
{
    public static void Write(CodeWriter code, RecordUnit unit)
    {
        Dictionary<string, string> names = unit.Properties.ToDictionary(property => property.JsonName, property => property.Name);
        Docs.Write(code, unit.Doc, names);
        code.Write(SourceFile.GeneratedCode);
        code.Write($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{unit.Name}>))]");
        code.Open($"public sealed partial record {unit.Name} : {string.Join(", ", Bases(unit))}");
        foreach (PropertyModel property in unit.Properties)
        {
            PropertyEmitter.Write(code, property, names);
            code.Blank();
        }

        TypeRef additional = unit.AdditionalProperties ?? new TypeRef(TypeKind.Json);
        Docs.Write(code, unit.IsRequest
            ? unit.AllowsAdditionalProperties
                ? "Members that the specification does not name; they are sent as they are."
                : "Members that the specification does not name. It allows none here: a request that has one is not sent."
            : LenientJson.KeepsApart(additional) ? "Members that the specification does not name."
            : "Members that the specification does not name, or whose value is not of the type that it says, as they came.");
        code.Write($"public {TypeNames.Map(TypeNames.Format(additional))}? AdditionalProperties {{ get; init; }}").Blank();
        if (!unit.IsRequest && LenientJson.KeepsApart(additional))
        {
            Docs.Write(code, "Members whose value is not of the type that the specification says, as they came.");
            code.Write($"public {TypeNames.Map(TypeNames.Json + "JsonElement")}? UnreadProperties {{ get; init; }}").Blank();
        }

        RecordJson.Write(code, unit, additional);
        code.Blank();
        ContentEmitter.WriteEquality(code, unit.Name + "?");
        ContentEmitter.WritePrinting(code, isDerived: unit.BaseType is not null);
        FileEmitter.Write(code, unit);
        if (unit.IsRequest)
        {
            code.Blank();
            RecordValidation.Write(code, unit);
        }

        code.Close();
    }

    private static IEnumerable<string> Bases(RecordUnit unit)
    {
        string model = $"{TypeNames.Runtime}IJsonModel<{unit.Name}>";
        IEnumerable<string> bases = unit.BaseType is { } baseType ? [baseType, model]
            : unit.IsRequest ? [model, TypeNames.Runtime + "IValidatable"]
            : [model];
        return FileEmitter.HasFiles(unit) ? [.. bases, TypeNames.Runtime + "IFileModel"] : bases;
    }
}
