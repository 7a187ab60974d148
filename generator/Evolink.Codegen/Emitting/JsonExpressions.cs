using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>How a value of each type is read and written: the runtime's functions by name.</summary>
internal static class JsonExpressions
{
    private const string Read = TypeNames.Runtime + "JsonRead.";
    private const string Write = TypeNames.Runtime + "JsonWrite.";
    private const string Lenient = TypeNames.Runtime + "LenientRead.";

    /// <summary>Reads a value from <c>reader</c>; null where the JSON is null.</summary>
    public static string ReadValue(TypeRef type) => type.Kind switch
    {
        TypeKind.List => Container("List", "Values", type.Element!),
        TypeKind.Map => Container("Map", "MapValues", type.Element!),
        _ => $"{Reader(type)}(ref reader)",
    };

    /// <summary>As <see cref="ReadValue"/>, in a response: a list or map has the entries that fit.</summary>
    public static string ReadLenient(TypeRef type) => type.Kind switch
    {
        TypeKind.List => $"{Lenient}{LenientContainer("List", "Values", type.Element!)}(ref reader, {LenientReader(type.Element!)})",
        TypeKind.Map => $"{Lenient}{LenientContainer("Map", "MapValues", type.Element!)}(ref reader, {LenientReader(type.Element!)})",
        _ => $"{LenientReader(type)}(ref reader)",
    };

    /// <summary>Reads a value from <c>reader</c> that cannot be unset.</summary>
    public static string ReadItem(TypeRef type) => $"{ItemReader(type)}(ref reader)";

    /// <summary>The value that a member of the object ahead has, by which its type is chosen.</summary>
    public static string Peek(TypeKind kind, string jsonName) =>
        $"{Read}Peek{kind switch { TypeKind.Decimal => "Number", TypeKind.Boolean => "Boolean", _ => "" }}(reader, {CSharp.QuoteUtf8(jsonName)})";

    /// <summary>Writes a member unless it is unset.</summary>
    public static string WriteMember(TypeRef type, string jsonName, string value)
    {
        string items = type.Kind is TypeKind.List or TypeKind.Map ? ", " + ItemWriter(type.Element!) : "";
        return $"{Write}{Writer(type)}(writer, {CSharp.QuoteUtf8(jsonName)}, {value}{items});";
    }

    /// <summary>Writes a value that stands alone.</summary>
    public static string WriteItem(TypeRef type, string value)
    {
        string items = type.Kind is TypeKind.List or TypeKind.Map ? ", " + ItemWriter(type.Element!) : "";
        return $"{Write}{Writer(type)}(writer, {value}{items});";
    }

    /// <summary>The function that reads one item of a list or map.</summary>
    public static string ItemReader(TypeRef item) => item.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"static (ref {TypeNames.Json}Utf8JsonReader reader) => {ReadValue(item)}",
        // Among items of any kind a null is a value like another.
        TypeKind.Json => Read + "AnyElement",
        _ => Reader(item),
    };

    /// <summary>The function that reads a member, an item or a whole answer of a response.</summary>
    public static string LenientReader(TypeRef type) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"static (ref {TypeNames.Json}Utf8JsonReader reader) => {ReadLenient(type)}",
        TypeKind.Json => Lenient + (type.IsNullable ? "Element" : "AnyElement"),
        TypeKind.String or TypeKind.Text or TypeKind.Uri => Lenient + type.Kind,
        _ => Reader(type),
    };

    /// <summary>The function that writes one item of a list or map.</summary>
    public static string ItemWriter(TypeRef item) => item.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"static (writer, items) => {Write}{Writer(item)}(writer, items, {ItemWriter(item.Element!)})",
        _ when item is { IsNullable: true, IsValueType: true, Kind: not TypeKind.Json } => Write + "Nullable" + Writer(item),
        _ => Write + Writer(item),
    };

    /// <summary>The type of the items as the reading function gives them: a null among references is kept, to be reported.</summary>
    private static string Container(string ofReferences, string ofValues, TypeRef item) =>
        item.IsValueType && !item.IsNullable && item.Kind != TypeKind.Json
            ? $"{Read}{ofValues}<{TypeNames.Core(item)}>(ref reader, {ItemReader(item)})"
            : $"{Read}{ofReferences}<{(item.Kind == TypeKind.Json ? TypeNames.Core(item) : TypeNames.Core(item) + "?")}>(ref reader, {ItemReader(item)})!";

    private static string LenientContainer(string ofReferences, string ofValues, TypeRef item) =>
        item is { IsNullable: true, Kind: not TypeKind.Json } ? $"Nullable{ofReferences}<{TypeNames.Format(item)}>"
        : item.IsValueType && item.Kind != TypeKind.Json ? $"{ofValues}<{TypeNames.Core(item)}>"
        : $"{ofReferences}<{TypeNames.Core(item)}>";

    private static string Reader(TypeRef type) => type.Kind switch
    {
        TypeKind.Model => $"{Read}Model<{type.Name}>",
        TypeKind.Value or TypeKind.Status => $"{Read}Value<{TypeNames.Core(type)}>",
        TypeKind.Json => Read + "Element",
        TypeKind.Bytes => Read + "Base64",
        _ => Read + type.Kind,
    };

    private static string Writer(TypeRef type) => type.Kind switch
    {
        TypeKind.Text => "String",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Double or TypeKind.Decimal => "Number",
        TypeKind.Json => "Element",
        TypeKind.Bytes => "Base64",
        TypeKind.Model => $"Model<{type.Name}>",
        TypeKind.Value or TypeKind.Status => $"Value<{TypeNames.Core(type)}>",
        TypeKind.List or TypeKind.Map => $"{type.Kind}<{TypeNames.Format(type.Element!)}>",
        _ => type.Kind.ToString(),
    };
}
