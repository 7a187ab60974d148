using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes a value of one of several JSON kinds, told apart by the kind alone.</summary>
internal static class UnionEmitter
{
    public static void Write(CodeWriter code, UnionUnit unit)
    {
        Docs.Write(code, unit.Doc);
        code.Write(SourceFile.GeneratedCode);
        code.Write($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{unit.Name}>))]");
        string[] more = [.. unit.IsRequest ? ["IValidatable"] : Array.Empty<string>(), .. FileEmitter.HasFiles(unit) ? ["IFileModel"] : Array.Empty<string>()];
        code.Open($"public readonly partial record struct {unit.Name} : {string.Join(", ", new[] { $"IJsonModel<{unit.Name}>", "IOptionalValue" }.Concat(more).Select(name => TypeNames.Runtime + name))}");
        foreach (VariantModel variant in unit.Variants)
        {
            WriteVariant(code, unit, variant);
        }

        if (HasUnknown(unit))
        {
            Docs.Write(code, "The value where it is none of these, as it came; null where it is one.");
            code.Write($"public {TypeNames.Json}JsonElement? Unknown {{ get; private init; }}").Blank();
        }

        Docs.Write(code, "The value as text; empty when unset.");
        code.Write($"public override string ToString() => {string.Join(" ?? ", Texts(unit))};").Blank();
        if (HasUnknown(unit) || unit.Variants.Any(NeedsEquality))
        {
            ContentEmitter.WriteEquality(code, unit.Name);
            code.Blank();
        }

        code.Write($"bool {TypeNames.Runtime}IOptionalValue.IsSet => {string.Join(" || ", Holders(unit).Select(holder => $"{holder} is not null"))};").Blank();
        WriteJson(code, unit);
        FileEmitter.Write(code, unit);
        if (unit.IsRequest)
        {
            code.Blank();
            WriteValidation(code, unit);
        }

        code.Close();
    }

    /// <summary>What has no text of its own is shown as JSON.</summary>
    private static IEnumerable<string> Texts(UnionUnit unit) => unit.Variants.Where(variant => !IsContainer(variant)).Select(Text)
        .Append(HasUnknown(unit) || unit.Variants.Any(IsContainer) ? $"{TypeNames.Runtime}ModelContent.TextOf(this)" : "\"\"");

    /// <summary>Every property that may hold the value.</summary>
    private static IEnumerable<string> Holders(UnionUnit unit) => unit.Variants.Select(variant => "As" + variant.Name).Concat(HasUnknown(unit) ? ["Unknown"] : []);

    /// <summary>Whether a value of a known kind may be of no variant.</summary>
    private static bool HasUnknown(UnionUnit unit) => UnknownKinds(unit).Any();

    /// <summary>The kinds of which every variant is tested.</summary>
    private static IEnumerable<JsonKinds> UnknownKinds(UnionUnit unit) =>
        unit.Variants.GroupBy(variant => variant.Kind).Where(same => same.All(variant => variant.Tests.Count > 0)).Select(same => same.Key);

    private static bool IsContainer(VariantModel variant) => variant.Type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Bytes or TypeKind.Json;

    /// <summary>Whether C# compares the variant otherwise than by what is written: a list by reference, a URL without its fragment.</summary>
    private static bool NeedsEquality(VariantModel variant) => IsContainer(variant) || variant.Type.Kind is TypeKind.Uri or TypeKind.DateTimeOffset;

    private static string Text(VariantModel variant) => variant.Type.Kind == TypeKind.Boolean
        ? $"(As{variant.Name} is {{ }} {Local(variant)} ? {Local(variant)} ? \"true\" : \"false\" : null)"
        : $"As{variant.Name}?.ToString({(variant.Kind is JsonKinds.Integer or JsonKinds.Number ? "global::System.Globalization.CultureInfo.InvariantCulture" : "")})";

    private static void WriteVariant(CodeWriter code, UnionUnit unit, VariantModel variant)
    {
        string type = TypeNames.Core(variant.Type);
        Docs.Write(code, $"The value where it is {Article(variant)}; null where it is not.");
        code.Write($"public {type}? As{variant.Name} {{ get; private init; }}").Blank();
        Docs.Write(code, $"{char.ToUpperInvariant(Article(variant)[0])}{Article(variant).Substring(1)}.");
        code.Write($"public static {unit.Name} From{variant.Name}({type} value) => new() {{ As{variant.Name} = value }};").Blank();
        if (Source(variant.Type) is { } source)
        {
            Docs.Write(code, $"{char.ToUpperInvariant(Article(variant)[0])}{Article(variant).Substring(1)}.");
            code.Write($"public static implicit operator {unit.Name}({source} value) => From{variant.Name}(value);").Blank();
        }
    }

    private static void WriteJson(CodeWriter code, UnionUnit unit)
    {
        code.Write($"static {unit.Name} {TypeNames.Runtime}IJsonModel<{unit.Name}>.ReadFrom(ref {TypeNames.Json}Utf8JsonReader reader) => reader.TokenType switch");
        code.Write("{");
        foreach (VariantModel variant in unit.Variants)
        {
            string tokens = string.Join(" or ", Tokens(variant.Kind).Select(token => $"{TypeNames.Json}JsonTokenType.{token}"));
            string value = unit.IsRequest ? JsonExpressions.ReadValue(variant.Type) : JsonExpressions.ReadLenient(variant.Type);
            code.Write($"    {tokens}{VariantTests.When(variant.Tests)} => new() {{ As{variant.Name} = {value} }},");
        }

        if (HasUnknown(unit))
        {
            string tokens = string.Join(" or ", UnknownKinds(unit).SelectMany(Tokens).Select(token => $"{TypeNames.Json}JsonTokenType.{token}"));
            code.Write($"    {tokens} => new() {{ Unknown = {TypeNames.Runtime}{(unit.IsRequest ? "JsonRead" : "LenientRead")}.AnyElement(ref reader) }},");
        }

        code.Write($"    {TypeNames.Json}JsonTokenType.Null => default,");
        code.Write($"    _ => throw {TypeNames.Runtime}JsonRead.Unfit({CSharp.Quote($"Expected {Expected(unit)}.")}),");
        code.Write("};").Blank();
        code.Open($"void {TypeNames.Runtime}IJsonModel.WriteTo({TypeNames.Json}Utf8JsonWriter writer)");
        string otherwise = "";
        foreach (VariantModel variant in unit.Variants)
        {
            code.Write($"{otherwise}if (As{variant.Name} is {{ }} {Local(variant)}) {JsonExpressions.WriteItem(variant.Type, Local(variant))}");
            otherwise = "else ";
        }

        if (HasUnknown(unit))
        {
            code.Write($"else if (Unknown is {{ }} unknown) {TypeNames.Runtime}JsonWrite.Element(writer, unknown);");
        }

        code.Write("else writer.WriteNullValue();");
        code.Close();
    }

    private static void WriteValidation(CodeWriter code, UnionUnit unit)
    {
        ValidationMembers.Write(code);
        code.Blank();
        var fields = new ConstraintFields();
        code.Open($"void {TypeNames.Runtime}IValidatable.Validate(ref {TypeNames.Runtime}SchemaValidationContext context)");
        var constraints = new ConstraintEmitter(code, unit.Namespace, fields);
        foreach (VariantModel variant in unit.Variants)
        {
            constraints.Write(variant.Constraints, new Subject($"As{variant.Name}", variant.Type.Nullable(), "", ""));
        }

        if (HasUnknown(unit))
        {
            code.Write($"context.NoVariant(Unknown, {CSharp.Quote(Expected(unit))});");
        }

        code.Close();
        fields.Write(code);
    }

    /// <summary>The type that converts by itself; C# allows no conversion from an interface, so a list comes as an array.</summary>
    private static string? Source(TypeRef type) => type.Kind switch
    {
        TypeKind.List => TypeNames.Format(type.Element!) + "[]",
        TypeKind.Map => TypeNames.Dictionary(TypeNames.Format(type.Element!)),
        _ => TypeNames.Core(type),
    };

    private static IEnumerable<string> Tokens(JsonKinds kind) => kind switch
    {
        JsonKinds.Boolean => ["True", "False"],
        JsonKinds.Integer or JsonKinds.Number => ["Number"],
        JsonKinds.String => ["String"],
        JsonKinds.Array => ["StartArray"],
        _ => ["StartObject"],
    };

    private static string Expected(UnionUnit unit) => string.Join(" or ", unit.Variants.Select(Article));

    private static string Local(VariantModel variant) => "as" + variant.Name;

    private static string Article(VariantModel variant) => variant.Kind switch
    {
        JsonKinds.Array when variant.Tests.Count > 0 => "a list of " + variant.Name.ToLowerInvariant(),
        JsonKinds.Integer or JsonKinds.Array => "an " + variant.Name.ToLowerInvariant(),
        JsonKinds.Object => $"the object {variant.Name}",
        _ => "a " + variant.Name.ToLowerInvariant(),
    };
}
