using System;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>
/// A C# type that one specification asks for. Immutable and equal by value; it names other types by id and holds no
/// position, so that moving a line changes nothing.
/// </summary>
internal abstract record TypeModel
{
    public required TypeId Id { get; init; }

    /// <summary>The wanted C# name; another type may have taken it first.</summary>
    public required string Name { get; init; }

    /// <summary>Where the schema stands in its file, for messages.</summary>
    public required string Pointer { get; init; }

    public required DocText Doc { get; init; }

    /// <summary>Requests are validated and belong to their file; responses merge.</summary>
    public required bool IsRequest { get; init; }

    /// <summary>Whether it is what a named schema describes, whose name no type without one may take.</summary>
    public bool IsComponent => ComponentSchemas.IsPointer(Pointer) && Id.Value.EndsWith(Pointer.Substring(Pointer.LastIndexOf('/') + 1), StringComparison.Ordinal);
}

/// <summary>An object with named members.</summary>
internal sealed record RecordModel : TypeModel
{
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The type of the members that the schema does not name; null where the schema forbids them.</summary>
    public required TypeRef? AdditionalProperties { get; init; }

    /// <summary>Constraints that concern several properties, or the object as a whole.</summary>
    public EquatableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>Of a request: the models that its member <c>model</c> names; none where it names none.</summary>
    public EquatableArray<string> Models { get; init; } = [];
}

/// <summary>A closed list of values in the specification, an open list in C#.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary>String, Int32, Int64 or Double; Text where specifications disagree.</summary>
    public required TypeKind Underlying { get; init; }

    public required EquatableArray<EnumMemberModel> Members { get; init; }
}

/// <param name="Name">The member's C# name.</param>
/// <param name="Value">The value as it is sent; a number as JSON text.</param>
/// <param name="Description">From <c>x-enum-descriptions</c>; empty where there is none.</param>
internal sealed record EnumMemberModel(string Name, string Value, string Description);

/// <summary>A value of one of several JSON kinds, such as <c>integer|string</c>; one variant a kind.</summary>
internal sealed record UnionModel : TypeModel
{
    public required EquatableArray<VariantModel> Variants { get; init; }
}

/// <param name="Kind">The JSON kind by which the variant is told apart when reading.</param>
/// <param name="Name">The C# name, such as <c>Integer</c>.</param>
/// <param name="Type">The variant's type.</param>
/// <param name="Constraints">The rules of this variant alone.</param>
/// <param name="Test">Among several objects: the member, or the member's value, by which this one is known.</param>
internal sealed record VariantModel(JsonKinds Kind, string Name, TypeRef Type, EquatableArray<Constraint> Constraints, VariantTest? Test = null);

/// <summary>How an object of one variant is told from those of the next ones: it has a member, or a member with this value.</summary>
/// <param name="JsonName">The member.</param>
/// <param name="Value">The value it must have; null where its presence is enough.</param>
internal sealed record VariantTest(string JsonName, Literal? Value);

/// <summary>Several records under one abstract record, told apart by the value of one member.</summary>
internal sealed record DiscriminatedUnionModel : TypeModel
{
    /// <summary>The JSON name of the member.</summary>
    public required string Discriminator { get; init; }

    /// <summary>What the member is: String, or Decimal for a number.</summary>
    public required TypeKind DiscriminatorKind { get; init; }

    public required EquatableArray<DerivedTypeModel> DerivedTypes { get; init; }

    /// <summary>The record that keeps an object whose value leads to no derived type.</summary>
    public required TypeRef Fallback { get; init; }
}

/// <param name="Value">The member's value.</param>
/// <param name="Type">The record that it stands for.</param>
internal sealed record DerivedTypeModel(Literal Value, TypeRef Type);
