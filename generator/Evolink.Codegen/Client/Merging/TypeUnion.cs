using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>The type that reads what either of two specifications says a response member is.</summary>
internal sealed class TypeUnion(TypeAliases aliases, Func<string, TypeSpec?> find, ICollection<SpecConflict> conflicts)
{
    private static readonly TypeKind[] Textual =
    [
        TypeKind.String, TypeKind.Text, TypeKind.Uri, TypeKind.Guid, TypeKind.DateTimeOffset, TypeKind.Date, TypeKind.Bytes,
    ];

    private static readonly TypeKind[] Plain = [TypeKind.Int32, TypeKind.Int64, TypeKind.Double, TypeKind.Decimal, TypeKind.Boolean];

    public TypeRef Of(TypeRef left, Place leftPlace, TypeRef right, Place rightPlace)
    {
        bool isNullable = left.IsNullable || right.IsNullable;
        return Core(left, leftPlace, right, rightPlace).Nullable(isNullable);
    }

    private TypeRef Core(TypeRef left, Place leftPlace, TypeRef right, Place rightPlace)
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
                ? left with { Element = Of(left.Element!, leftPlace, right.Element!, rightPlace) }
                : Generated(left, leftPlace, right, rightPlace);
        }

        return OneSided(left, right) ?? OneSided(right, left) ?? Conflict(leftPlace, rightPlace);
    }

    private TypeRef Generated(TypeRef left, Place leftPlace, TypeRef right, Place rightPlace)
    {
        string first = aliases.Resolve(left.Target), second = aliases.Resolve(right.Target);
        if (first != second && find(first)?.GetType() != find(second)?.GetType())
        {
            return Conflict(leftPlace, rightPlace);
        }

        if (first != second && !TypeAliases.IsInline(first) && !TypeAliases.IsInline(second))
        {
            conflicts.Add(new SpecConflict(
                $"The member '{Name(leftPlace)}' is '{first}' here and '{second}' there; both become '{(string.CompareOrdinal(first, second) < 0 ? first : second)}'.",
                leftPlace, rightPlace));
        }

        return left with { Target = aliases.Join(first, second) };
    }

    /// <summary>Where one type takes in the other without a loss; null where it does not.</summary>
    private TypeRef? OneSided(TypeRef wide, TypeRef narrow) => (wide.Kind, narrow.Kind) switch
    {
        (TypeKind.Status, TypeKind.String or TypeKind.Value) => wide,
        // An extensible enum holds any string.
        (TypeKind.Value, TypeKind.String) when find(wide.Target) is EnumSpec { Underlying: TypeKind.String } => wide,
        (TypeKind.Value, _) when find(wide.Target) is UnionSpec union && union.Variants.Any(variant => variant.Type.Kind == narrow.Kind) => wide,
        (TypeKind.Value, _) when Plain.Contains(narrow.Kind) && find(wide.Target) is EnumSpec => new TypeRef(TypeKind.Text),
        (TypeKind.Double, TypeKind.Int64) => wide,
        // An object without described members takes on those that another specification describes.
        (TypeKind.Model, TypeKind.Map) when narrow.Element!.Kind == TypeKind.Json => wide,
        _ when Textual.Contains(wide.Kind) && Textual.Contains(narrow.Kind) => new TypeRef(TypeKind.String),
        _ when Textual.Contains(wide.Kind) && Plain.Contains(narrow.Kind) => new TypeRef(TypeKind.Text),
        _ => null,
    };

    private TypeRef Conflict(Place left, Place right)
    {
        conflicts.Add(new SpecConflict($"The member '{Name(left)}' of a response has types that do not unite; it is read as JsonElement.", left, right));
        return new TypeRef(TypeKind.Json);
    }

    private static string Name(Place place) => place.Pointer.Substring(place.Pointer.LastIndexOf('/') + 1);
}
