using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes how a record of a response is read: what does not fit a member is kept as it came and costs no other member.</summary>
internal static class LenientJson
{
    /// <summary>Whether the other members have a type, so that what came for the named ones cannot be kept among them.</summary>
    public static bool KeepsApart(TypeRef additional) => additional.Kind != TypeKind.Json;

    public static void WriteReading(CodeWriter code, RecordUnit unit, TypeRef additional)
    {
        code.Write("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        code.Open($"private {unit.Name}(ref {TypeNames.Json}Utf8JsonReader reader)");
        code.Write($"{TypeNames.Runtime}LenientMembers members = default;");
        if (KeepsApart(additional))
        {
            code.Write($"{TypeNames.Dictionary(TypeNames.Format(additional))}? additional = null;");
        }

        code.Open($"while ({TypeNames.Runtime}JsonRead.NextMember(ref reader))");
        string otherwise = "";
        foreach (PropertyModel property in unit.Properties)
        {
            // A constant that it has from the start is not in what came.
            string current = property.Constant is null ? property.Name : "null";
            code.Write($"{otherwise}if (members.Is(ref reader, {CSharp.QuoteUtf8(property.JsonName)})) {property.Name} = members.Read(ref reader, {current}, {JsonExpressions.LenientReader(property.Type)});");
            otherwise = "else ";
        }

        code.Write($"{otherwise}{Additional(additional)}");
        code.Close();
        code.Write($"AdditionalProperties = {(KeepsApart(additional) ? "additional" : "members.Kept")};");
        if (KeepsApart(additional))
        {
            code.Write("UnreadProperties = members.Kept;");
        }

        code.Close().Blank();
    }

    /// <summary>What is written for a member: nothing where it was read in part and is kept whole.</summary>
    public static string Written(PropertyModel property, TypeRef additional) =>
        property.Type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Value
            ? $"{TypeNames.Runtime}JsonWrite.UnlessKept({(KeepsApart(additional) ? "UnreadProperties" : "AdditionalProperties")}, {CSharp.Quote(property.JsonName)}, {property.Name})"
            : property.Name;

    private static string Additional(TypeRef additional)
    {
        string function = additional.IsNullable ? "NullableAdditional" : additional.IsValueType ? "AdditionalValues" : "Additional";
        return KeepsApart(additional)
            ? $"members.{function}(ref reader, ref additional, {JsonExpressions.LenientReader(additional)});"
            : "members.Additional(ref reader);";
    }
}
