using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes how a record is read and written.</summary>
internal static class RecordJson
{
    public static void Write(CodeWriter code, RecordUnit unit, TypeRef additional)
    {
        code.Write($$"""public {{unit.Name}}() { }""").Blank();
        if (unit.IsRequest)
        {
            WriteReading(code, unit, additional);
        }
        else
        {
            LenientJson.WriteReading(code, unit, additional);
        }

        code.Write($"static {unit.Name} {TypeNames.Runtime}IJsonModel<{unit.Name}>.ReadFrom(ref {TypeNames.Json}Utf8JsonReader reader) => new(ref reader);");
        code.Blank();
        WriteWriting(code, unit, additional);
    }

    private static void WriteReading(CodeWriter code, RecordUnit unit, TypeRef additional)
    {
        code.Write("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        code.Open($"private {unit.Name}(ref {TypeNames.Json}Utf8JsonReader reader)");
        foreach (PropertyModel property in unit.Properties)
        {
            WriteStart(code, property);
        }

        // A null among references is kept, to be reported.
        bool mayHoldNull = !additional.IsValueType;
        code.Write($"{TypeNames.Dictionary(TypeNames.Format(additional.Nullable(additional.IsNullable || mayHoldNull)))}? additional = null;");
        code.Open($"while ({TypeNames.Runtime}JsonRead.NextMember(ref reader))");
        string otherwise = "";
        foreach (PropertyModel property in unit.Properties)
        {
            code.Write($"{otherwise}if ({TypeNames.Runtime}JsonRead.Is(ref reader, {CSharp.QuoteUtf8(property.JsonName)})) {Assignment(property)};");
            otherwise = "else ";
        }

        code.Write($"{otherwise}{Additional(additional)}");
        code.Close();
        code.Write($"AdditionalProperties = additional{(mayHoldNull ? "!" : "")};");
        code.Close().Blank();
    }

    /// <summary>
    /// What is read is what the JSON holds: a constant that it lacks stays unset and is missed by the validation. Only the model
    /// is known without it: the type is made for that model.
    /// </summary>
    private static void WriteStart(CodeWriter code, PropertyModel property)
    {
        if (property is { JsonName: "model", Initial: not null })
        {
            return;
        }

        if (property.HasBackingField && property.Constant is not null)
        {
            code.Write($"{Members.Field(property.Name)} = null;");
        }
        else if (property is { Constant: not null, Type.Kind: TypeKind.Value })
        {
            code.Write($"{property.Name} = default;");
        }
        else if (property is { IsRequired: true, HasBackingField: false, Type: { IsValueType: false, IsNullable: false } })
        {
            code.Write($"{property.Name} = null!;");
        }
    }

    private static string Assignment(PropertyModel property)
    {
        if (property.Type is { Kind: TypeKind.Json, IsNullable: false })
        {
            // Where any JSON is demanded, a null is some.
            return $"{property.Name} = {JsonExpressions.ReadItem(property.Type)}";
        }

        if (property.IsClearable)
        {
            (string function, string type) = property.Type switch
            {
                { Kind: TypeKind.List, Element: { } item } => ("OptionalList", TypeNames.Format(item)),
                { Kind: TypeKind.Map, Element: { } held } => ("OptionalMap", TypeNames.Format(held)),
                _ => ("Optional", TypeNames.Format(property.Type)),
            };
            return $"{property.Name} = {TypeNames.Runtime}JsonRead.{function}<{type}>(ref reader, {JsonExpressions.ItemReader(property.Type)})";
        }

        string value = JsonExpressions.ReadValue(property.Type);
        if (property.HasBackingField)
        {
            return $"{Members.Field(property.Name)} = {value}";
        }

        string ending = property.Type.IsNullable ? "" : property.Type.IsValueType ? ".GetValueOrDefault()" : value.EndsWith("!", System.StringComparison.Ordinal) ? "" : "!";
        return $"{property.Name} = {value}{ending}";
    }

    private static string Additional(TypeRef additional)
    {
        string function = additional is { IsValueType: true, IsNullable: false } ? "AdditionalValues" : "Additional";
        string type = additional.IsValueType ? TypeNames.Format(additional) : TypeNames.Core(additional) + "?";
        return additional.Kind == TypeKind.Json
            ? $"{TypeNames.Runtime}JsonRead.Additional(ref reader, ref additional);"
            : $"{TypeNames.Runtime}JsonRead.{function}<{type}>(ref reader, ref additional, {JsonExpressions.ItemReader(additional)});";
    }

    private static void WriteWriting(CodeWriter code, RecordUnit unit, TypeRef additional)
    {
        string signature = unit.BaseType is null
            ? $"void {TypeNames.Runtime}IJsonModel.WriteTo({TypeNames.Json}Utf8JsonWriter writer)"
            : $"public override void WriteTo({TypeNames.Json}Utf8JsonWriter writer)";
        code.Open(signature);
        code.Write("writer.WriteStartObject();");
        foreach (PropertyModel property in unit.Properties)
        {
            string value = property.HasBackingField ? Members.Field(property.Name) : property.Name;
            if (property.IsClearable)
            {
                code.Write($"{TypeNames.Runtime}JsonWrite.Optional(writer, {CSharp.QuoteUtf8(property.JsonName)}, {value}, {JsonExpressions.ItemWriter(property.Type)});");
                continue;
            }

            string write = JsonExpressions.WriteMember(property.Type, property.JsonName, unit.IsRequest ? value : LenientJson.Written(property, additional));
            code.Write(property.WritesNull ? $"if ({value} is null) writer.WriteNull({CSharp.QuoteUtf8(property.JsonName)}); else {write}" : write);
        }

        string kept = unit.IsRequest || !LenientJson.KeepsApart(additional) ? "" : ", UnreadProperties";
        string items = additional.Kind == TypeKind.Json ? "" : ", " + JsonExpressions.ItemWriter(additional);
        code.Write($"{TypeNames.Runtime}JsonWrite.Additional(writer, AdditionalProperties{kept}{items});");
        code.Write("writer.WriteEndObject();");
        code.Close();
    }
}
