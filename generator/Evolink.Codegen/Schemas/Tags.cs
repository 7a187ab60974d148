using Evolink.Codegen.Constraints;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Schemas;

/// <summary>The fixed values by which objects are told apart. A number is a decimal, so that <c>17</c> and <c>17.0</c> are one.</summary>
internal static class Tags
{
    /// <summary>A value that a schema fixes; null where it is none that a reader could compare.</summary>
    public static Literal? Of(SpecNode value) => NumberLiterals.Value(
        value.Kind switch
        {
            SpecNodeKind.Number => TypeKind.Decimal,
            SpecNodeKind.Boolean => TypeKind.Boolean,
            _ => TypeKind.String,
        },
        value);

    /// <summary>A value as the key of a mapping writes it; null where the text is none of that kind.</summary>
    public static Literal? Of(TypeKind kind, string text) =>
        kind == TypeKind.String ? new Literal(kind, text) : NumberLiterals.Value(kind, SpecNode.Scalar(SpecNodeKind.Number, 0, 0, text));

    /// <summary>The same value as a member of a type has it; null where the type cannot hold it.</summary>
    public static Literal? As(TypeKind type, Literal tag) => tag.Kind == TypeKind.String
        ? type == TypeKind.String ? tag : null
        : NumberLiterals.Initial(type, SpecNode.Scalar(SpecNodeKind.Number, 0, 0, tag.Text));
}
