using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>enum</c> and <c>const</c>, and <c>oneOf</c> or <c>anyOf</c> of nothing but values.</summary>
internal sealed class EnumProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.IsJsonPart)
        {
            // The whole value is compared, not its part.
            return [];
        }

        switch (target.Type.Kind)
        {
            case TypeKind.Value when builder.Shapes[target.Type.Id] is { Kind: DeclarationKind.Enum } shape:
                var plain = new TypeRef(ScalarTypes.ForEnum(shape.View, isRequest: true));
                return target.IsOwn
                    ? [ConstraintSet.From(new EnumConstraint(OwnLiteralsOf(plain, shape.View)) { AreOfType = true })]
                    : Literals(plain, target.View);
            case TypeKind.List or TypeKind.Map or TypeKind.Json:
            case TypeKind.Model when target.Record is not null:
                return AsJson(target.View);
            default:
                return target.IsScalar ? Literals(target.Type, target.View) : [];
        }
    }

    /// <summary>The listed values, compared as the JSON that they are.</summary>
    private static IEnumerable<ConstraintSet> AsJson(SchemaView view)
    {
        IReadOnlyList<SpecNode> values = view.Parts.Any(BooleanSchemas.IsFalse) ? [] : SchemaValues.FromKeywords(view);
        return values.Count == 0
            ? []
            : [ConstraintSet.From(new EnumConstraint([]) { Json = $"[{string.Join(",", values.Select(value => value.ToJsonNode()?.ToJsonString() ?? "null"))}]" })];
    }

    /// <summary>The listed values that the type can hold; one that it cannot is no choice anyway.</summary>
    private static IEnumerable<ConstraintSet> Literals(TypeRef type, SchemaView view)
    {
        if (SchemaValues.Resolve(view).Count == 0)
        {
            return [];
        }

        EquatableArray<Literal> values = LiteralsOf(type, view);
        if (type.Kind is TypeKind.Decimal or TypeKind.UInt64 && values.Count > 0)
        {
            // One of several decimals lies within the bounds that it is itself.
            EquatableArray<EquatableArray<Constraint>> each = [.. values.Select(ExactlyThis)];
            return [ConstraintSet.From(values.Count == 1 ? each[0] : [new AnyOfConstraint(each, "one of " + string.Join(", ", values.Select(value => value.Text)))])];
        }

        return [ConstraintSet.From(values.Count switch
        {
            0 => new FalseSchemaConstraint(),
            1 => new ConstConstraint(values[0]),
            _ => (Constraint)new EnumConstraint(values),
        })];
    }

    private static EquatableArray<Constraint> ExactlyThis(Literal value) =>
        [new BoundConstraint(Limit.Minimum, IsExclusive: false, value), new BoundConstraint(Limit.Maximum, IsExclusive: false, value)];

    /// <summary>The values as those of the enum's own type are written, in an attribute too.</summary>
    private static EquatableArray<Literal> OwnLiteralsOf(TypeRef type, SchemaView view) => type.Kind == TypeKind.UInt64
        ? LiteralsOf(type, view).Select(value => value with { Kind = TypeKind.UInt64 }).ToEquatableArray()
        : LiteralsOf(type, view);

    private static EquatableArray<Literal> LiteralsOf(TypeRef type, SchemaView view) =>
        SchemaValues.Resolve(view).Select(value => Types.Literals.Read(type.Kind, value)).OfType<Literal>().ToEquatableArray();
}
