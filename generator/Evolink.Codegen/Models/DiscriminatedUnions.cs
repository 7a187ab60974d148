using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>Schemas with a discriminator: one abstract record, a record for each derived type, and one for any other object.</summary>
internal static class DiscriminatedUnions
{
    public static DiscriminatedUnionModel Create(TypeDraft draft, bool isRequest) => new()
    {
        Id = draft.Id,
        Name = draft.Name,
        Pointer = draft.View.Identity.Pointer,
        IsRequest = isRequest,
        Doc = DocTexts.FromSchema(draft.View, $"One of several objects; '{draft.Discriminator!.Property}' says which.") with { Facts = "" },
        Discriminator = draft.Discriminator.Property,
        DiscriminatorKind = Literals.KindOf(draft.Discriminator.Kind),
        DerivedTypes =
        [
            .. draft.DerivedTypes.SelectMany(item => item.Values.Select(value => new DerivedTypeModel(Literals.FromDiscriminator(value), new TypeRef(TypeKind.Model, item.Id)))),
        ],
        Fallback = new TypeRef(TypeKind.Model, FallbackId(draft)),
    };

    /// <summary>Keeps an object that is of no known derived type. A request with one is not valid.</summary>
    public static RecordModel Fallback(TypeDraft draft, bool isRequest)
    {
        string property = draft.Discriminator!.Property;
        TypeKind type = TypeOf(draft.Discriminator);
        EquatableArray<Literal> known =
            draft.Discriminator.DerivedTypes.SelectMany(item => item.Values).Select(value => Literals.FromDiscriminator(value, type)!).ToEquatableArray();
        return new RecordModel
        {
            Id = FallbackId(draft),
            Name = "Unknown" + draft.Name,
            Pointer = draft.View.Identity.Pointer,
            IsRequest = isRequest,
            Doc = new DocText($"A {draft.Name} that the specification does not know; its members are kept as they came."),
            Properties = [DiscriminatorProperty(property, type, isRequest, null) with { Constraints = isRequest ? [new EnumConstraint(known)] : [] }],
            AdditionalProperties = new TypeRef(TypeKind.Json),
        };
    }

    /// <summary>The properties of a derived type: the discriminator has its value from the start.</summary>
    public static EquatableArray<PropertyModel> WithDiscriminator(TypeDraft draft, EquatableArray<PropertyModel> properties, bool isRequest)
    {
        if (draft.Base?.Discriminator is not { } discriminator)
        {
            return properties;
        }

        DiscriminatorValue[] values = [.. draft.Base.DerivedTypes.Where(item => item.Id == draft.Id).SelectMany(item => item.Values)];
        DiscriminatorValue? constant = values.Length == 1 ? values[0] : null;
        TypeKind type = TypeOf(discriminator);
        return properties.Any(property => property.JsonName == discriminator.Property)
            ? properties.Select(property => property.JsonName == discriminator.Property && constant is not null
                ? property with { Constant = property.Constant ?? Literals.FromDiscriminator(constant, property.Type.Kind) }
                : property).ToEquatableArray()
            : [DiscriminatorProperty(discriminator.Property, type, isRequest, constant is null ? null : Literals.FromDiscriminator(constant, type)), .. properties];
    }

    /// <summary>The type of the discriminator where no derived type describes it.</summary>
    private static TypeKind TypeOf(Discriminator discriminator) => discriminator.Kind == JsonKinds.String ? TypeKind.String
        : discriminator.DerivedTypes.All(item => item.Values.All(value => Literals.FromDiscriminator(value, TypeKind.Int64) is not null)) ? TypeKind.Int64
        : TypeKind.Double;

    private static PropertyModel DiscriminatorProperty(string property, TypeKind type, bool isRequest, Literal? constant) => new()
    {
        JsonName = property,
        Name = Words.Identifier(property, "Value"),
        Type = new TypeRef(type, IsNullable: !isRequest || constant is null),
        Pointer = "",
        Doc = new DocText("Says which object this is."),
        IsRequired = isRequest && constant is not null,
        Constant = constant,
    };

    private static TypeId FallbackId(TypeDraft draft) => draft.Id.Within("unknown");
}
