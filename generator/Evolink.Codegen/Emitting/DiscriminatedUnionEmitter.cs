using System.Collections.Generic;
using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the abstract record over the cases of a discriminator.</summary>
internal static class DiscriminatedUnionEmitter
{
    public static void Write(CodeWriter code, DiscriminatedUnionUnit unit)
    {
        Docs.Write(code, unit.Doc);
        code.Write(SourceFile.GeneratedCode);
        code.Write($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{unit.Name}>))]");
        code.Open($"public abstract partial record {unit.Name} : {string.Join(", ", Bases(unit))}");
        code.Write($"private protected {unit.Name}() {{ }}").Blank();
        if (unit.BaseType is null)
        {
            WriteContract(code, unit);
        }

        code.Write($"static {unit.Name} {TypeNames.Runtime}IJsonModel<{unit.Name}>.ReadFrom(ref {TypeNames.Json}Utf8JsonReader reader) =>");
        code.Write($"    {JsonExpressions.Peek(unit.DiscriminatorKind, unit.Discriminator)} switch");
        code.Write("    {");
        foreach (DerivedTypeModel item in unit.DerivedTypes)
        {
            code.Write($"        {CSharp.Format(item.Value)} => {Read(item.Type)},");
        }

        code.Write($"        _ => {Read(unit.Fallback)},");
        code.Write("    };");
        code.Close();
    }

    private static IEnumerable<string> Bases(DiscriminatedUnionUnit unit)
    {
        string model = $"{TypeNames.Runtime}IJsonModel<{unit.Name}>";
        return unit.BaseType is { } baseType ? [baseType, model] : unit.IsRequest ? [model, TypeNames.Runtime + "IValidatable"] : [model];
    }

    /// <summary>What every case has to have; a request that creates a task inherits it.</summary>
    private static void WriteContract(CodeWriter code, DiscriminatedUnionUnit unit)
    {
        if (unit.IsRequest)
        {
            ValidationMembers.Write(code);
            code.Blank().Write("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
            code.Write($"public abstract void Validate(ref {TypeNames.Runtime}SchemaValidationContext context);").Blank();
        }

        code.Write("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Write($"public abstract void WriteTo({TypeNames.Json}Utf8JsonWriter writer);").Blank();
    }

    private static string Read(TypeRef type) => $"{TypeNames.Runtime}JsonRead.Model<{type.Name}>(ref reader)!";
}
