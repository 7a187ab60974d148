using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>Turns finished shapes into the values that go on: no node of the file is left in them.</summary>
internal sealed class TypeSpecs(bool isRequest, RuleBuilder? rules, CancellationToken cancellationToken)
{
    /// <summary>The types of a shape: one, or with a hierarchy the record that keeps what no case has.</summary>
    public IEnumerable<TypeSpec> All(TypeShape shape)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return shape.Kind == ShapeKind.Hierarchy ? [Of(shape), Hierarchies.Fallback(shape, isRequest)] : [Of(shape)];
    }

    private TypeSpec Of(TypeShape shape) => shape.Kind switch
    {
        ShapeKind.Record => Record(shape),
        ShapeKind.Union => Union(shape),
        ShapeKind.Hierarchy => Hierarchies.Of(shape, isRequest),
        _ => Enum(shape),
    };

    private RecordSpec Record(TypeShape shape) => new()
    {
        Id = shape.Id,
        Name = shape.Name,
        Pointer = shape.View.Identity.Pointer,
        IsRequest = isRequest,
        Doc = DocTexts.Of(shape.View, $"The '{shape.Property}' object.") with { Facts = "" },
        Properties = Hierarchies.WithTag(shape, shape.Members.Select(Property).ToEquatableArray(), isRequest),
        AdditionalProperties = shape.Additional,
        Constraints = rules?.OfRecord(shape) ?? [],
        Models = isRequest && shape.Find(ModelIds.Member)?.View is { } model ? ModelIds.Of(model) : [],
    };

    private PropertySpec Property(MemberShape member) => new()
    {
        JsonName = member.JsonName,
        Name = member.Name,
        Type = isRequest ? MemberTypes.Declared(member) : member.Type.Nullable(),
        Pointer = member.View?.Origin.Pointer ?? "",
        Doc = member.View is { } view ? DocTexts.Of(view, $"The '{member.JsonName}' member.") : new DocText($"The '{member.JsonName}' member."),
        IsRequired = isRequest && member.IsRequired,
        Constant = member.IsConstant ? NumberLiterals.Initial(member.Type.Kind, SchemaValues.Of(member.View!)[0]) : null,
        Default = DefaultModel(member),
        HasBackingField = isRequest && MemberTypes.HasBackingField(member),
        WritesNull = isRequest && member.IsRequired && member.Type.IsNullable,
        IsDeprecated = member.View?.IsTrue("deprecated") ?? false,
        Constraints = rules?.OfMember(member) ?? [],
    };

    /// <summary>The model's default: what a user would have to type in every request.</summary>
    private Literal? DefaultModel(MemberShape member) =>
        isRequest && member is { JsonName: "model", IsRequired: true, IsConstant: false, View: { } view } && view.First("default") is { Kind: SpecNodeKind.String } model
        && (member.Type.Kind == TypeKind.String || (member.Type.Kind == TypeKind.Value && rules?.IsTextEnum(member.Type) == true))
            ? new Literal(TypeKind.String, model.Text)
            : null;

    private UnionSpec Union(TypeShape shape) => new()
    {
        Id = shape.Id,
        Name = shape.Name,
        Pointer = shape.View.Identity.Pointer,
        IsRequest = isRequest,
        Doc = DocTexts.Of(shape.View, "One of several kinds of value."),
        Variants = [.. shape.Variants.Select(variant =>
            new VariantSpec(variant.Kind, variant.Name, variant.Type, rules?.OfVariant(shape, variant) ?? [], variant.Test))],
    };

    private EnumSpec Enum(TypeShape shape)
    {
        NameScope names = NameScope.ForMembers([.. ReservedNames.ValueMembers, shape.Name]);
        IReadOnlyList<SpecNode> values = SchemaValues.Of(shape.View);
        var notes = new ValueNotes(shape.View);
        TypeKind underlying = ScalarTypes.OfEnum(shape.View, isRequest);
        return new EnumSpec
        {
            Id = shape.Id,
            Name = shape.Name,
            Pointer = shape.View.Identity.Pointer,
            IsRequest = isRequest,
            Doc = DocTexts.Of(shape.View, $"A value of '{shape.Property}'.") with { Facts = "" },
            Underlying = underlying,
            // A value that the type cannot hold (true among numbers, more digits than C# has) is no member of it.
            Members = [.. values.Select(value => (Value: NumberLiterals.Initial(underlying, value), Note: notes.Of(value))).Where(item => item.Value is not null)
                .Select(item => new EnumMemberSpec(
                    names.Take(EnumMemberNames.Of(item.Note, item.Value!.Text, shape.Property)), item.Value!.Text, item.Note.Description))],
        };
    }
}
