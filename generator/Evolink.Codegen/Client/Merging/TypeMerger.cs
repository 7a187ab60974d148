using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Merges the types that two specifications give one response member into a type that reads both.</summary>
internal sealed class TypeMerger(TypeAliases aliases, Func<TypeId, TypeModel?> find, ICollection<SpecConflict> conflicts)
{
    private static readonly TypeKind[] s_textual =
    [
        TypeKind.String, TypeKind.Text, TypeKind.Uri, TypeKind.Guid, TypeKind.DateTimeOffset, TypeKind.Date, TypeKind.Bytes,
    ];

    private static readonly TypeKind[] s_plain = [TypeKind.Int32, TypeKind.Int64, TypeKind.UInt64, TypeKind.Double, TypeKind.Decimal, TypeKind.Boolean];

    /// <summary>Whether the left type reads all that the right one does as it is, so that nothing is to be merged.</summary>
    public bool Holds(TypeRef left, TypeRef right) => left.Kind == right.Kind && (left.IsNullable || !right.IsNullable) && left.Kind switch
    {
        TypeKind.List or TypeKind.Map => Holds(left.Element!, right.Element!),
        TypeKind.Model or TypeKind.Value => aliases.Resolve(left.Id) == left.Id && aliases.Resolve(right.Id) == left.Id,
        _ => true,
    };

    public TypeRef Merge(TypeRef left, SpecLocation leftPlace, TypeRef right, SpecLocation rightPlace)
    {
        bool isNullable = left.IsNullable || right.IsNullable;
        return MergeValues(left, leftPlace, right, rightPlace).Nullable(isNullable);
    }

    private TypeRef MergeValues(TypeRef left, SpecLocation leftPlace, TypeRef right, SpecLocation rightPlace)
    {
        if (left.Kind == right.Kind && left.Kind is not (TypeKind.Model or TypeKind.Value or TypeKind.List or TypeKind.Map))
        {
            return left;
        }

        if (left.Kind == TypeKind.Json || right.Kind == TypeKind.Json)
        {
            return new TypeRef(TypeKind.Json);
        }

        if (left.Kind == right.Kind)
        {
            return left.Kind is TypeKind.List or TypeKind.Map
                ? left with { Element = Merge(left.Element!, leftPlace, right.Element!, rightPlace) }
                : Generated(left, leftPlace, right, rightPlace);
        }

        return OneSided(left, right) ?? OneSided(right, left) ?? Conflict(leftPlace, rightPlace);
    }

    private TypeRef Generated(TypeRef left, SpecLocation leftPlace, TypeRef right, SpecLocation rightPlace)
    {
        TypeId first = aliases.Resolve(left.Id), second = aliases.Resolve(right.Id);
        if (first != second && find(first)?.GetType() != find(second)?.GetType())
        {
            return Conflict(leftPlace, rightPlace);
        }

        if (first != second && !first.IsInline && !second.IsInline)
        {
            conflicts.Add(new SpecConflict(
                $"The member '{Name(leftPlace)}' is '{first}' here and '{second}' there; both become '{(string.CompareOrdinal(first.Value, second.Value) < 0 ? first : second)}'.",
                leftPlace, rightPlace));
        }

        return left with { Id = aliases.Join(first, second) };
    }

    /// <summary>The type that holds all values of both; null where neither does.</summary>
    private TypeRef? OneSided(TypeRef wide, TypeRef narrow) => (wide.Kind, narrow.Kind) switch
    {
        (TypeKind.Status, TypeKind.String or TypeKind.Value) => wide,
        // An extensible enum holds any string.
        (TypeKind.Value, TypeKind.String) when find(wide.Id) is EnumModel { Underlying: TypeKind.String } => wide,
        (TypeKind.Value, _) when find(wide.Id) is UnionModel union && union.Variants.Any(variant => variant.Type.Kind == narrow.Kind) => wide,
        (TypeKind.Value, _) when s_plain.Contains(narrow.Kind) && find(wide.Id) is EnumModel => new TypeRef(TypeKind.Text),
        (TypeKind.Double, TypeKind.Int64 or TypeKind.UInt64) => wide,
        // The only type that holds all numbers of both.
        (TypeKind.UInt64, TypeKind.Int64) => new TypeRef(TypeKind.Decimal),
        // An object without described members takes on those that another specification describes.
        (TypeKind.Model, TypeKind.Map) when narrow.Element!.Kind == TypeKind.Json => wide,
        _ when s_textual.Contains(wide.Kind) && s_textual.Contains(narrow.Kind) => new TypeRef(TypeKind.String),
        _ when s_textual.Contains(wide.Kind) && s_plain.Contains(narrow.Kind) => new TypeRef(TypeKind.Text),
        _ => null,
    };

    private TypeRef Conflict(SpecLocation left, SpecLocation right)
    {
        conflicts.Add(new SpecConflict($"The member '{Name(left)}' of a response has types that do not unite; it is read as JsonElement.", left, right));
        return new TypeRef(TypeKind.Json);
    }

    private static string Name(SpecLocation place) => place.Pointer.Substring(place.Pointer.LastIndexOf('/') + 1);
}
