using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>A schema, and the value that it is applied to.</summary>
/// <param name="Type">The C# type of the value.</param>
/// <param name="View">The schema.</param>
/// <param name="IsOwn">Whether the type was made for this schema; a branch or condition only restricts a type made elsewhere.</param>
/// <param name="Record">The record whose members the schema is about; null where it is about the value as a whole.</param>
internal sealed record SchemaTarget(TypeRef Type, SchemaView View, bool IsOwn, TypeDraft? Record = null)
{
    /// <summary>The members of a record.</summary>
    public static SchemaTarget Members(TypeDraft record, SchemaView view, bool isOwn) =>
        new(new TypeRef(TypeKind.Model, record.Id), view, isOwn, record);

    /// <summary>Whether the value is kept as JSON, and looked at as what it is.</summary>
    public bool IsJsonPart { get; init; }

    public bool IsText => Type.Kind is TypeKind.String or TypeKind.Text or TypeKind.Uri;

    public bool IsNumber => Type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Double or TypeKind.Decimal;

    public bool IsScalar => IsText || IsNumber || Type.Kind == TypeKind.Boolean;

    /// <summary>A type that .NET has for a format: what is asked of texts is asked of it as it is written.</summary>
    public bool IsWrittenForm => Type.Kind is TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Guid or TypeKind.Bytes;

    /// <summary>The same schema, applied to the value as one of another type.</summary>
    public SchemaTarget As(TypeRef type) => new(type, View, IsOwn: false);
}
