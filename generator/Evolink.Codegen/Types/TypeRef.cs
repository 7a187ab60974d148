namespace Evolink.Codegen.Types;

/// <summary>How a property, an item or a parameter is typed.</summary>
/// <param name="Kind">The kind of C# type.</param>
/// <param name="Id">Of a generated type, until the client is built: which one.</param>
/// <param name="Name">Of a generated type, once the client is built: its C# name.</param>
/// <param name="Element">For lists and maps, the type of what they hold.</param>
/// <param name="IsNullable">Whether null (unset) is allowed.</param>
internal sealed record TypeRef(TypeKind Kind, TypeId Id = default, string Name = "", TypeRef? Element = null, bool IsNullable = false)
{
    /// <summary>Whether C# holds it as a struct, so that absence needs a question mark of its own.</summary>
    public bool IsValueType => Kind is not (TypeKind.String or TypeKind.Text or TypeKind.Uri or TypeKind.Bytes
        or TypeKind.File or TypeKind.Stream or TypeKind.Model or TypeKind.List or TypeKind.Map);

    /// <summary>Whether <c>default</c> is recognisable as unset, so that a required member needs no nullable field behind it.</summary>
    public bool KnowsUnset => !IsValueType || Kind is TypeKind.Value or TypeKind.Status or TypeKind.Json;

    /// <summary>Whether it is a file or a list of files.</summary>
    public bool IsOfFiles => Kind == TypeKind.File || (Kind == TypeKind.List && Element!.Kind == TypeKind.File);

    public TypeRef Nullable(bool isNullable = true) => isNullable == IsNullable ? this : this with { IsNullable = isNullable };
}

/// <summary>The kinds of C# types that a schema can become.</summary>
internal enum TypeKind
{
    /// <summary><c>string</c>.</summary>
    String,

    /// <summary><c>string</c> that also reads numbers and booleans: integer in one response, string in another.</summary>
    Text,
    Boolean,
    Int32,
    Int64,

    /// <summary><c>ulong</c>; what is demanded of it is compared as decimals, which hold every one.</summary>
    UInt64,
    Double,
    Decimal,
    Uri,
    DateTimeOffset,
    Date,
    Guid,

    /// <summary><c>byte[]</c>, base64 on the wire.</summary>
    Bytes,

    /// <summary>The runtime's <c>UploadFile</c>: a file in a multipart body.</summary>
    File,

    /// <summary><c>Stream</c>: a body that is bytes and nothing else.</summary>
    Stream,

    /// <summary><c>JsonElement</c>: a schema that allows anything.</summary>
    Json,

    /// <summary>The runtime's <c>GenerationStatus</c>.</summary>
    Status,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c>.</summary>
    List,

    /// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c>.</summary>
    Map,

    /// <summary>A generated record.</summary>
    Model,

    /// <summary>A generated struct: an extensible enum or a union.</summary>
    Value,
}
