using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes an extensible enum: a struct over its wire value, which keeps a value that nobody knows yet.</summary>
internal static class EnumEmitter
{
    public static void Write(CodeWriter code, EnumUnit unit)
    {
        bool isText = unit.Underlying is TypeKind.String or TypeKind.Text;
        string type = TypeNames.Core(new TypeRef(unit.Underlying));
        string accepted = isText ? type + "?" : type;
        Docs.Write(code, unit.Doc);
        code.Write(SourceFile.GeneratedCode);
        code.Write($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{unit.Name}>))]");
        code.Open($"public readonly partial record struct {unit.Name} : {TypeNames.Runtime}IEnumValue<{unit.Name}, {type}>");
        WriteMembers(code, unit);
        code.Write($"private readonly {type}? _value;").Blank();
        Docs.Write(code, "Any value, listed or not: the service may know more of them than the specification.");
        code.Write($"public {unit.Name}({accepted} value) => _value = value;");
        code.Write($"public static implicit operator {unit.Name}({accepted} value) => new(value);").Blank();
        code.Write(isText ? "public string Value => _value ?? \"\";" : $"public {type} Value => _value.GetValueOrDefault();");
        code.Write(isText
            ? "public override string ToString() => Value;"
            : "public override string ToString() => _value?.ToString(global::System.Globalization.CultureInfo.InvariantCulture) ?? \"\";");
        code.Write($"bool {TypeNames.Runtime}IOptionalValue.IsSet => _value is not null;");
        WriteJson(code, unit, isText);
        code.Close();
    }

    /// <summary>
    /// The name of a member need not show its value, so a member that the specification does not describe is documented by it. A member
    /// is made where it is asked for: kept ones would cost a field each, and be made all at once.
    /// </summary>
    private static void WriteMembers(CodeWriter code, EnumUnit unit)
    {
        foreach (EnumMemberModel member in unit.Members)
        {
            Docs.Write(code, member.Description.Length > 0 ? Docs.Inline(member.Description) : $"<c>{DocInline.Escape(member.Value)}</c>");
            code.Write($"public static {unit.Name} {member.Name} => new({Literal(unit, member)});");
        }

        code.Write($"public static global::System.Collections.Generic.IReadOnlyList<{unit.Name}> Known {{ get; }} = [{string.Join(", ", unit.Members.Select(member => member.Name))}];").Blank();
    }

    private static void WriteJson(CodeWriter code, EnumUnit unit, bool isText)
    {
        string read = $"{TypeNames.Runtime}JsonRead.{unit.Underlying}(ref reader)";
        code.Write($"static {unit.Name} {TypeNames.Runtime}IJsonModel<{unit.Name}>.ReadFrom(ref {TypeNames.Json}Utf8JsonReader reader) => {(isText ? $"new({read})" : $"{read} is {{ }} value ? new(value) : default")};");
        code.Write($"void {TypeNames.Runtime}IJsonModel.WriteTo({TypeNames.Json}Utf8JsonWriter writer) => {TypeNames.Runtime}JsonWrite.{(isText ? "String" : "Number")}(writer, Value);");
    }

    private static string Literal(EnumUnit unit, EnumMemberModel member) =>
        unit.Underlying is TypeKind.String or TypeKind.Text ? CSharp.Quote(member.Value)
        : CSharp.Format(new Literal(unit.Underlying, member.Value));
}
