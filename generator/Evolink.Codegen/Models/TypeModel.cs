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
/// <param name="Tests">What tells a value of this variant from others of its kind: any of these; none where the kind is enough.</param>
internal sealed record VariantModel(JsonKinds Kind, string Name, TypeRef Type, EquatableArray<Constraint> Constraints, EquatableArray<VariantTest> Tests)
{
    /// <summary>Whether it is an object, or one of several, with files of a multipart body.</summary>
    public bool HasFiles { get; init; }
}

/// <summary>Conditions that a value meets together.</summary>
internal sealed record VariantTest(EquatableArray<VariantConditionModel> Conditions);

/// <summary>One condition that a value meets.</summary>
internal abstract record VariantConditionModel;

/// <param name="JsonName">The member of an object.</param>
/// <param name="Values">The values of which it must have one; none where its presence is enough.</param>
/// <param name="MayBeAbsent">Whether an object without it does as well.</param>
internal sealed record MemberConditionModel(string JsonName, EquatableArray<Literal> Values, bool MayBeAbsent) : VariantConditionModel;

/// <param name="Kinds">What the first item of an array must be.</param>
/// <param name="MayBeEmpty">Whether an array without items does as well.</param>
internal sealed record FirstItemConditionModel(JsonKinds Kinds, bool MayBeEmpty) : VariantConditionModel;

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
