using System.Linq;
using System.Numerics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>The C# types of strings and numbers.</summary>
internal static class ScalarTypes
{
    public static TypeRef OfString(SchemaView view)
    {
        TypeKind type = OfFormat(view.Text("format"));
        return new TypeRef(WrittenForms.Allow(type, view) ? type : TypeKind.String);
    }

    private static TypeKind OfFormat(string? format) => format switch
    {
        "uri" or "url" or "uri-reference" => TypeKind.Uri,
        "date-time" => TypeKind.DateTimeOffset,
        "date" => TypeKind.Date,
        "uuid" => TypeKind.Guid,
        "byte" => TypeKind.Bytes,
        _ => TypeKind.String,
    };

    public static TypeRef OfNumber(SchemaView view) =>
        new(view.Text("format") == "decimal" ? TypeKind.Decimal : TypeKind.Double);

    /// <summary>A response's integers are long: the vendor may answer more than it documents.</summary>
    public static TypeRef OfInteger(SchemaView view, bool isRequest)
    {
        bool fits = view.Text("format") == "int32" || (HasBound(view, upper: false) && HasBound(view, upper: true));
        return new TypeRef(isRequest && fits ? TypeKind.Int32 : TypeKind.Int64);
    }

    /// <summary>The plain type of a value that the schema fixes.</summary>
    public static TypeRef OfConstant(SchemaView view)
    {
        SpecNode value = SchemaValues.Of(view)[0];
        return new TypeRef(value.Kind switch
        {
            SpecNodeKind.Boolean => TypeKind.Boolean,
            SpecNodeKind.Number => !ExactNumbers.TryInteger(value.Text, out BigInteger integer) ? TypeKind.Double
                : FitsInt32(integer) ? TypeKind.Int32 : TypeKind.Int64,
            _ => TypeKind.String,
        });
    }

    /// <summary>The type behind an enum: the narrowest that holds every value.</summary>
    public static TypeKind OfEnum(SchemaView view, bool isRequest)
    {
        SpecNode[] values = [.. SchemaValues.Of(view).Where(value => value.Kind != SpecNodeKind.Null)];
        if (values.Any(value => value.Kind == SpecNodeKind.String))
        {
            return TypeKind.String;
        }

        if (!values.All(value => ExactNumbers.IsInteger(value.Text)))
        {
            return TypeKind.Double;
        }

        return isRequest && values.All(value => ExactNumbers.TryInteger(value.Text, out BigInteger integer) && FitsInt32(integer))
            ? TypeKind.Int32
            : TypeKind.Int64;
    }

    public static bool FitsInt32(BigInteger value) => value >= int.MinValue && value <= int.MaxValue;

    private static bool HasBound(SchemaView view, bool upper) =>
        view.All(upper ? "maximum" : "minimum").Concat(view.All(upper ? "exclusiveMaximum" : "exclusiveMinimum"))
            .Any(bound => bound.Kind == SpecNodeKind.Number && ExactNumbers.TryRound(bound.Text, !upper, out BigInteger value) && FitsInt32(value));
}
