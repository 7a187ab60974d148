using System.Globalization;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>A value of a specification as a C# literal.</summary>
/// <param name="Kind">String, Boolean, Int32, Int64, UInt64, Double or Decimal.</param>
/// <param name="Text">The string itself, or the JSON text of a number or boolean.</param>
internal sealed record Literal(TypeKind Kind, string Text);

/// <summary>Turns values of a specification into values of one C# type. What the type cannot hold is not a literal of it.</summary>
internal static class Literals
{
    private static readonly string[] s_formats = ["G15", "G16"];

    /// <summary>A listed value, or null where the type cannot hold it. Integers of any size are compared as <c>long</c>.</summary>
    public static Literal? Read(TypeKind type, SpecNode value) => (type, value.Kind) switch
    {
        (TypeKind.String or TypeKind.Text or TypeKind.Uri, SpecNodeKind.String) => new Literal(TypeKind.String, value.Text),
        (TypeKind.Boolean, SpecNodeKind.Boolean) => new Literal(TypeKind.Boolean, value.Text),
        (TypeKind.Int32 or TypeKind.Int64, SpecNodeKind.Number) =>
            ExactNumber.TryParseInteger(value.Text, out BigInteger integer) && FitsInt64(integer) ? FromInteger(integer) : null,
        (TypeKind.UInt64, SpecNodeKind.Number) =>
            ExactNumber.TryParseInteger(value.Text, out BigInteger unsigned) && unsigned >= ulong.MinValue && unsigned <= ulong.MaxValue ? ReadFraction(TypeKind.Decimal, value.Text) : null,
        (TypeKind.Double or TypeKind.Decimal, SpecNodeKind.Number) => ReadFraction(type, value.Text),
        _ => null,
    };

    /// <summary>A listed value for a field of exactly that type, since a field of type <c>int?</c> cannot be set to a <c>long</c>, nor one of type <c>ulong?</c> to a <c>decimal</c>.</summary>
    public static Literal? ReadInitial(TypeKind type, SpecNode value) =>
        Read(type, value) is { } literal ? type is TypeKind.Int32 or TypeKind.UInt64 ? literal with { Kind = type } : literal : null;

    /// <summary>A number of type <c>double</c> or <c>decimal</c>, or null where the type cannot hold it.</summary>
    public static Literal? ReadFraction(TypeKind type, string text)
    {
        if (type == TypeKind.Decimal)
        {
            return ExactNumber.ParseDecimal(text) is { } number ? new Literal(TypeKind.Decimal, number) : null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !double.IsInfinity(value) && !double.IsNaN(value)
            ? new Literal(TypeKind.Double, Shortest(value))
            : null;
    }

    /// <summary>The fewest digits that are read as the same number: "R" gives more of them in a compiler that runs on .NET Framework.</summary>
    private static string Shortest(double value) => s_formats.Select(format => value.ToString(format, CultureInfo.InvariantCulture))
        .FirstOrDefault(text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value)) ?? value.ToString("G17", CultureInfo.InvariantCulture);

    public static Literal FromInteger(BigInteger value) => new(TypeKind.Int64, value.ToString(CultureInfo.InvariantCulture));

    public static bool FitsInt64(BigInteger value) => value >= long.MinValue && value <= long.MaxValue;

    /// <summary>The value by which an object is told apart, as a reader compares it: of numbers as a decimal.</summary>
    public static Literal FromDiscriminator(DiscriminatorValue value) => new(KindOf(value.Kind), value.Text);

    /// <summary>The same value as a member of a type has it; null where the type cannot hold it.</summary>
    public static Literal? FromDiscriminator(DiscriminatorValue value, TypeKind type) => value.Kind == JsonKinds.String
        ? type == TypeKind.String ? FromDiscriminator(value) : null
        : ReadInitial(type, SpecNode.Scalar(SpecNodeKind.Number, 0, 0, value.Text));

    /// <summary>The type in which values of a kind are compared when objects are told apart.</summary>
    public static TypeKind KindOf(JsonKinds kind) => kind switch
    {
        JsonKinds.Number => TypeKind.Decimal,
        JsonKinds.Boolean => TypeKind.Boolean,
        _ => TypeKind.String,
    };
}
