using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>Schemas with a discriminator: one abstract record, a record a case, and one for what no case has.</summary>
internal static class Hierarchies
{
    public static HierarchySpec Of(TypeShape shape, bool isRequest) => new()
    {
        Id = shape.Id,
        Name = shape.Name,
        Pointer = shape.View.Identity.Pointer,
        IsRequest = isRequest,
        Doc = DocTexts.Of(shape.View, $"One of several objects; '{shape.Discriminator!.Property}' says which.") with { Facts = "" },
        Discriminator = shape.Discriminator.Property,
        Tag = shape.Discriminator.Kind,
        Cases =
        [
            .. shape.Cases.SelectMany(item => item.Values.Select(value => new CaseSpec(value, new TypeRef(TypeKind.Model, item.Id)))),
        ],
        Fallback = new TypeRef(TypeKind.Model, FallbackId(shape)),
    };

    /// <summary>Keeps an object that is of no known case, so that it survives; a request with one is not valid.</summary>
    public static RecordSpec Fallback(TypeShape shape, bool isRequest)
    {
        string property = shape.Discriminator!.Property;
        TypeKind type = TypeOf(shape.Discriminator);
        EquatableArray<Literal> known =
            shape.Discriminator.Cases.SelectMany(item => item.Values).Select(value => Tags.As(type, value)!).ToEquatableArray();
        return new RecordSpec
        {
            Id = FallbackId(shape),
            Name = "Unknown" + shape.Name,
            Pointer = shape.View.Identity.Pointer,
            IsRequest = isRequest,
            Doc = new DocText($"A {shape.Name} that the specification does not know; its members are kept as they came."),
            Properties = [Tag(property, type, isRequest, null) with { Constraints = isRequest ? [new EnumConstraint(known)] : [] }],
            AdditionalProperties = new TypeRef(TypeKind.Json),
        };
    }

    /// <summary>The members of a case: the one that tells it apart has its value from the start.</summary>
    public static EquatableArray<PropertySpec> WithTag(TypeShape shape, EquatableArray<PropertySpec> properties, bool isRequest)
    {
        if (shape.Base?.Discriminator is not { } discriminator)
        {
            return properties;
        }

        Literal[] values = [.. shape.Base.Cases.Where(item => item.Id == shape.Id).SelectMany(item => item.Values)];
        Literal? constant = values.Length == 1 ? values[0] : null;
        TypeKind type = TypeOf(discriminator);
        return properties.Any(property => property.JsonName == discriminator.Property)
            ? properties.Select(property => property.JsonName == discriminator.Property && constant is not null
                ? property with { Constant = property.Constant ?? Tags.As(property.Type.Kind, constant) }
                : property).ToEquatableArray()
            : [Tag(discriminator.Property, type, isRequest, constant is null ? null : Tags.As(type, constant)), .. properties];
    }

    /// <summary>The type of the member where no case describes it.</summary>
    private static TypeKind TypeOf(Discriminator discriminator) => discriminator.Kind == TypeKind.String ? TypeKind.String
        : discriminator.Cases.All(item => item.Values.All(value => Tags.As(TypeKind.Int64, value) is not null)) ? TypeKind.Int64
        : TypeKind.Double;

    private static PropertySpec Tag(string property, TypeKind type, bool isRequest, Literal? constant) => new()
    {
        JsonName = property,
        Name = Words.Identifier(property, "Value"),
        Type = new TypeRef(type, IsNullable: !isRequest || constant is null),
        Pointer = "",
        Doc = new DocText("Says which object this is."),
        IsRequired = isRequest && constant is not null,
        Constant = constant,
    };

    private static string FallbackId(TypeShape shape) => shape.Id + "/unknown";
}
