using System;
using System.Collections.Generic;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>
/// A type to be generated, beside the schema that it comes from: the types of its members become known one after another. It lives only while one
/// file is modelled, since its schema is a node of that file.
/// </summary>
internal sealed class TypeDraft(TypeId id, string name, DeclarationKind kind, SchemaView view, string property)
{
    public TypeId Id => id;

    /// <summary>The wanted name; what is named by it comes later.</summary>
    public string Name { get; set; } = name;

    public DeclarationKind Kind => kind;

    public SchemaView View => view;

    /// <summary>The type as members, items and variants name it.</summary>
    public TypeRef Reference => new(kind is DeclarationKind.Record or DeclarationKind.DiscriminatedUnion ? TypeKind.Model : TypeKind.Value, id);

    /// <summary>The JSON name of the property at which the type was first met.</summary>
    public string Property => property;

    private readonly List<MemberDraft> _members = [];
    private readonly Dictionary<string, MemberDraft> _byName = new(StringComparer.Ordinal);

    /// <summary>Of a record: its members, in order.</summary>
    public IReadOnlyList<MemberDraft> Members => _members;

    /// <summary>Of a record: the type of members without a name; null where there are none.</summary>
    public TypeRef? Additional { get; set; }

    /// <summary>Of a union: its variants.</summary>
    public List<VariantDraft> Variants { get; } = [];

    /// <summary>Of a discriminated union: the member that tells its derived types apart.</summary>
    public Discriminator? Discriminator { get; init; }

    /// <summary>Of a discriminated union: the types that derive from it, each with the values that stand for it.</summary>
    public List<(TypeId Id, IReadOnlyList<DiscriminatorValue> Values)> DerivedTypes { get; } = [];

    /// <summary>The discriminated union that a record, or a discriminated union itself, derives from.</summary>
    public TypeDraft? Base { get; set; }

    /// <summary>Whether a type is this one, or derives from it.</summary>
    public bool IsAbove(TypeDraft other) => ReferenceEquals(this, other) || (other.Base is { } parent && IsAbove(parent));

    /// <summary>Whether it is, or is part of, a body that changes what is there.</summary>
    public bool IsPatch { get; set; }

    /// <summary>Whether a member tells being left out from null. Any JSON does so by itself.</summary>
    public bool Clears(MemberDraft member) => IsPatch && !member.IsRequired && member.Type is { IsNullable: true, Kind: not (TypeKind.Json or TypeKind.File) };

    /// <summary>The member of that name on the wire; null where the record has none.</summary>
    public MemberDraft? Find(string jsonName) => _byName.TryGetValue(jsonName, out MemberDraft? member) ? member : null;

    /// <summary>Of a record: the members that only the other direction carries, so that nothing can demand them here.</summary>
    public HashSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    public void Add(MemberDraft member)
    {
        _members.Add(member);
        _byName.Add(member.JsonName, member);
    }
}

/// <summary>What is generated for a schema that needs a type of its own.</summary>
internal enum DeclarationKind
{
    Record,
    Enum,
    Union,

    /// <summary>Several records that a discriminator tells apart.</summary>
    DiscriminatedUnion,
}

/// <param name="View">The member's schema; null where the schema requires a member that it does not describe.</param>
/// <param name="IsConditional">Whether only a subschema that need not hold describes the member, so that its constraints are the subschema's.</param>
internal sealed record MemberDraft(
    string JsonName, string Name, TypeRef Type, SchemaView? View, bool IsRequired, bool IsConstant, bool IsConditional = false);

/// <param name="Conditions">What tells a value of this variant from those of others of its kind; none where the kind is enough.</param>
internal sealed record VariantDraft(JsonKinds Kind, string Name, TypeRef Type, SchemaView View, IReadOnlyList<VariantCondition> Conditions)
{
    /// <summary>A variant that is known by its kind.</summary>
    public VariantDraft(JsonKinds kind, string name, TypeRef type, SchemaView view) : this(kind, name, type, view, [])
    {
    }
}
