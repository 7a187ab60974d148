using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Modeling.Naming;
using Evolink.Codegen.Modeling.Rules;

namespace Evolink.Codegen.Modeling.Types;

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
        EquatableArray<Literal> known =
            shape.Discriminator.Cases.SelectMany(item => item.Values).Select(value => new Literal(TypeKind.String, value)).ToEquatableArray();
        return new RecordSpec
        {
            Id = FallbackId(shape),
            Name = "Unknown" + shape.Name,
            Pointer = shape.View.Identity.Pointer,
            IsRequest = isRequest,
            Doc = new DocText($"A {shape.Name} that the specification does not know; its members are kept as they came."),
            Properties = [Tag(property, isRequest, null) with { Rules = isRequest ? [new AllowedRule(known)] : [] }],
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

        string[] values = [.. shape.Base.Cases.Where(item => item.Id == shape.Id).SelectMany(item => item.Values)];
        Literal? constant = values.Length == 1 ? new Literal(TypeKind.String, values[0]) : null;
        return properties.Any(property => property.JsonName == discriminator.Property)
            ? properties.Select(property => property.JsonName == discriminator.Property && property.Type.Kind == TypeKind.String
                ? property with { Constant = property.Constant ?? constant }
                : property).ToEquatableArray()
            : [Tag(discriminator.Property, isRequest, constant), .. properties];
    }

    private static PropertySpec Tag(string property, bool isRequest, Literal? constant) => new()
    {
        JsonName = property,
        Name = Words.Identifier(property, "Value"),
        Type = new TypeRef(TypeKind.String, IsNullable: !isRequest || constant is null),
        Pointer = "",
        Doc = new DocText("Says which object this is."),
        IsRequired = isRequest && constant is not null,
        Constant = constant,
    };

    private static string FallbackId(TypeShape shape) => shape.Id + "/unknown";
}
