using System;
using System.Collections.Generic;
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
            Properties = [DiscriminatorProperty(property, NameScope.ForMembers(ReservedNames.RecordMembers), type, isRequest, []) with { Constraints = isRequest ? [new EnumConstraint(known)] : [] }],
            AdditionalProperties = new TypeRef(TypeKind.Json),
        };
    }

    /// <summary>The properties of a derived type: each discriminator over it has its value from the start, and no other is valid.</summary>
    /// <param name="draft">The derived type.</param>
    /// <param name="properties">Its own properties.</param>
    /// <param name="isRequest">Whether it is of a request.</param>
    /// <param name="valuesOf">The type in which the values of a property's type are written: of an enum the one behind it.</param>
    public static EquatableArray<PropertyModel> WithDiscriminators(TypeDraft draft, EquatableArray<PropertyModel> properties, bool isRequest, Func<TypeRef, TypeKind> valuesOf)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        for (TypeDraft derived = draft; derived.Base is { Discriminator: { } discriminator } parent; derived = parent)
        {
            // Where one member tells apart at every depth, the nearest union knows its value.
            if (done.Add(discriminator.Property))
            {
                DiscriminatorValue[] values = [.. parent.DerivedTypes.Where(item => item.Id == derived.Id).SelectMany(item => item.Values)];
                properties = WithDiscriminator(properties, discriminator, values, isRequest, valuesOf);
            }
        }

        return properties;
    }

    private static EquatableArray<PropertyModel> WithDiscriminator(
        EquatableArray<PropertyModel> properties, Discriminator discriminator, DiscriminatorValue[] values, bool isRequest, Func<TypeRef, TypeKind> valuesOf)
    {
        PropertyModel? own = properties.FirstOrDefault(property => property.JsonName == discriminator.Property);
        if (own is null)
        {
            NameScope names = NameScope.ForMembers(ReservedNames.RecordMembers);
            properties.ToList().ForEach(property => names.Take(property.Name));
            return [DiscriminatorProperty(discriminator.Property, names, TypeOf(discriminator), isRequest, values), .. properties];
        }

        PropertyModel preset = Preset(own, values, isRequest, valuesOf(own.Type));
        return properties.Select(property => ReferenceEquals(property, own) ? preset : property).ToEquatableArray();
    }

    private static PropertyModel Preset(PropertyModel property, DiscriminatorValue[] values, bool isRequest, TypeKind type)
    {
        EquatableArray<Literal> literals = values.Select(value => Literals.FromDiscriminator(value, type)).OfType<Literal>().ToEquatableArray();
        if (property.Constant is not null || literals.Count < values.Length)
        {
            return property;
        }

        // Of several values the first is the usual one; whoever means another sets it.
        return property with
        {
            Constant = literals.Count == 1 ? literals[0] : null,
            Default = isRequest && literals.Count > 1 ? literals[0] : property.Default,
            Constraints = !isRequest || literals.Count == 0 ? property.Constraints : [.. property.Constraints.Append(Allowed(literals)).Distinct()],
        };
    }

    private static Constraint Allowed(EquatableArray<Literal> values) => values.Count == 1 ? new ConstConstraint(values[0]) : new EnumConstraint(values);

    /// <summary>The type of the discriminator where no derived type describes it.</summary>
    private static TypeKind TypeOf(Discriminator discriminator) => discriminator.Kind == JsonKinds.String ? TypeKind.String
        : discriminator.DerivedTypes.All(item => item.Values.All(value => Literals.FromDiscriminator(value, TypeKind.Int64) is not null)) ? TypeKind.Int64
        : TypeKind.Double;

    private static PropertyModel DiscriminatorProperty(string property, NameScope names, TypeKind type, bool isRequest, DiscriminatorValue[] values)
    {
        EquatableArray<Literal> literals = values.Select(value => Literals.FromDiscriminator(value, type)).OfType<Literal>().ToEquatableArray();
        bool isPreset = literals.Count > 0 && literals.Count == values.Length;
        var member = new PropertyModel
        {
            JsonName = property,
            Name = names.Take(Words.Identifier(property, "Value")),
            Type = new TypeRef(type, IsNullable: !isRequest || !isPreset),
            Pointer = "",
            Doc = new DocText("Says which object this is."),
            IsRequired = isRequest && isPreset,
        };
        return isPreset ? Preset(member, values, isRequest, type) : member;
    }

    private static TypeId FallbackId(TypeDraft draft) => draft.Id.Within("unknown");
}
