using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Types as they are written in C#.</summary>
internal static class TypeNames
{
    public const string Runtime = "global::Evolink.";
    public const string Json = "global::System.Text.Json.";
    public const string Annotations = "global::System.ComponentModel.DataAnnotations.";
    public const string Tasks = "global::System.Threading.Tasks.";
    public const string Token = "global::System.Threading.CancellationToken";
    private const string Collections = "global::System.Collections.Generic.";

    /// <summary>The type with its question mark, where it has one.</summary>
    public static string Format(TypeRef type) => type.IsNullable ? Core(type) + "?" : Core(type);

    /// <summary>The type without a question mark.</summary>
    public static string Core(TypeRef type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Text => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.UInt64 => "ulong",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.Uri => "global::System.Uri",
        TypeKind.DateTimeOffset => "global::System.DateTimeOffset",
        TypeKind.Date => "global::System.DateOnly",
        TypeKind.Guid => "global::System.Guid",
        TypeKind.Bytes => "byte[]",
        TypeKind.File => Runtime + "UploadFile",
        TypeKind.Stream => "global::System.IO.Stream",
        TypeKind.Json => Json + "JsonElement",
        TypeKind.Status => Runtime + "GenerationStatus",
        TypeKind.List => $"{Collections}IReadOnlyList<{Format(type.Element!)}>",
        TypeKind.Map => Map(Format(type.Element!)),
        _ => type.Name,
    };

    /// <summary>The type of a property: one that can be cleared tells null from being left out.</summary>
    public static string Property(PropertyModel property) => property.IsClearable ? Optional(property.Type) : Format(property.Type);

    /// <summary>A type that tells null from being left out; C# allows no conversion from an interface, so a list comes as an array.</summary>
    private static string Optional(TypeRef type) => type.Kind switch
    {
        TypeKind.List => $"{Runtime}Optional<{Format(type.Element!)}[]?>",
        TypeKind.Map => $"{Runtime}Optional<{Dictionary(Format(type.Element!))}?>",
        _ => $"{Runtime}Optional<{Format(type)}>",
    };

    public static string Map(string value) => $"{Collections}IReadOnlyDictionary<string, {value}>";

    public static string Dictionary(string value) => $"{Collections}Dictionary<string, {value}>";
}
