using System;
using System.Collections.Generic;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>
/// A type in the making: the schema it comes from, and the types of its members once they are known. Lives only while one
/// file is modelled; <see cref="TypeSpec"/> is what remains of it.
/// </summary>
internal sealed class TypeShape(string id, string name, ShapeKind kind, SchemaView view, string property)
{
    public string Id => id;

    public string Name => name;

    public ShapeKind Kind => kind;

    public SchemaView View => view;

    /// <summary>The JSON name of the property at which the type was first met.</summary>
    public string Property => property;

    private readonly List<MemberShape> members = [];
    private readonly Dictionary<string, MemberShape> byName = new(StringComparer.Ordinal);

    /// <summary>Of a record: its members, in order.</summary>
    public IReadOnlyList<MemberShape> Members => members;

    /// <summary>Of a record: the type of members without a name; null where there are none.</summary>
    public TypeRef? Additional { get; set; }

    /// <summary>Of a union: its variants.</summary>
    public List<VariantShape> Variants { get; } = [];

    /// <summary>Of a hierarchy: the member that tells its cases apart.</summary>
    public Discriminator? Discriminator { get; init; }

    /// <summary>Of a hierarchy: the records that derive from it, each with the values that stand for it.</summary>
    public List<(string Id, IReadOnlyList<Literal> Values)> Cases { get; } = [];

    /// <summary>Of a record: the hierarchy that it is a case of.</summary>
    public TypeShape? Base { get; set; }

    /// <summary>The member of that name on the wire; null where the record has none.</summary>
    public MemberShape? Find(string jsonName) => byName.TryGetValue(jsonName, out MemberShape? member) ? member : null;

    public void Add(MemberShape member)
    {
        members.Add(member);
        byName.Add(member.JsonName, member);
    }
}

internal enum ShapeKind
{
    Record,
    Enum,
    Union,

    /// <summary>Several records that a discriminator tells apart.</summary>
    Hierarchy,
}

/// <param name="View">The member's schema; null where the schema requires a member that it does not describe.</param>
/// <param name="IsConditional">Whether only a branch describes the member, so that its rules are the branch's.</param>
internal sealed record MemberShape(
    string JsonName, string Name, TypeRef Type, SchemaView? View, bool IsRequired, bool IsConstant, bool IsConditional = false);

/// <param name="Test">What tells an object of this variant from those of the next ones; null for any other.</param>
internal sealed record VariantShape(JsonKinds Kind, string Name, TypeRef Type, SchemaView View, ObjectTest? Test = null);
