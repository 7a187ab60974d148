using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>The C# types of strings and numbers.</summary>
internal static class ScalarTypes
{
    public static TypeRef ForString(SchemaView view)
    {
        TypeKind type = ForFormat(view.Text("format"));
        return new TypeRef(WrittenForms.Allow(type, view) ? type : TypeKind.String);
    }

    private static TypeKind ForFormat(string? format) => format switch
    {
        "uri" or "url" or "uri-reference" => TypeKind.Uri,
        "date-time" => TypeKind.DateTimeOffset,
        "date" => TypeKind.Date,
        "uuid" => TypeKind.Guid,
        "byte" => TypeKind.Bytes,
        _ => TypeKind.String,
    };

    /// <summary>A request's numbers are integers where their steps and bounds allow no others. A response's stay numbers, as the service may answer others.</summary>
    public static TypeRef ForNumber(SchemaView view, bool isRequest) =>
        new(isRequest && IntegerRange.HasIntegerSteps(view) && IntegerRange.HasInt32Bounds(view) ? TypeKind.Int32
            : view.Text("format") == "decimal" ? TypeKind.Decimal
            : TypeKind.Double);

    /// <summary>A response's integers are long, since the service may answer larger ones than it documents; or ulong, where it says that they have 64 bits without a sign.</summary>
    public static TypeRef ForInteger(SchemaView view, bool isRequest) =>
        new(isRequest && IntegerRange.IsInt32(view) ? TypeKind.Int32 : IntegerRange.IsUInt64(view) ? TypeKind.UInt64 : TypeKind.Int64);

    /// <summary>The plain type of a value that the schema fixes.</summary>
    public static TypeRef ForConstant(SchemaView view)
    {
        SpecNode value = SchemaValues.Resolve(view)[0];
        return new TypeRef(value.Kind switch
        {
            SpecNodeKind.Boolean => TypeKind.Boolean,
            SpecNodeKind.Number => !ExactNumber.TryParseInteger(value.Text, out BigInteger integer) ? TypeKind.Double
                : IntegerRange.FitsInt32(integer) ? TypeKind.Int32 : IntegerRange.NeedsUInt64(integer) ? TypeKind.UInt64 : TypeKind.Int64,
            _ => TypeKind.String,
        });
    }

    private static bool NeedsUInt64(SpecNode value) => ExactNumber.TryParseInteger(value.Text, out BigInteger integer) && IntegerRange.NeedsUInt64(integer);

    /// <summary>The type behind an enum: the narrowest that holds every value.</summary>
    public static TypeKind ForEnum(SchemaView view, bool isRequest)
    {
        SpecNode[] values = [.. SchemaValues.Resolve(view).Where(value => value.Kind != SpecNodeKind.Null)];
        if (values.Any(value => value.Kind == SpecNodeKind.String))
        {
            return TypeKind.String;
        }

        if (!values.All(value => ExactNumber.IsInteger(value.Text)))
        {
            return TypeKind.Double;
        }

        return isRequest && values.All(value => ExactNumber.TryParseInteger(value.Text, out BigInteger integer) && IntegerRange.FitsInt32(integer))
            ? TypeKind.Int32
            : IntegerRange.IsUInt64(view) || values.Any(NeedsUInt64) ? TypeKind.UInt64
            : TypeKind.Int64;
    }
}
