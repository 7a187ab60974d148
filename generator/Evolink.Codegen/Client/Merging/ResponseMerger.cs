using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>
/// Unites the responses of all specifications: same-named schemas become one type with the members and values of all.
/// The order in which files are added decides nothing but which of two places a conflict names first.
/// </summary>
internal sealed class ResponseMerger
{
    private readonly Dictionary<string, TypeSpec> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly TypeAliases aliases = new();
    private readonly List<SpecConflict> conflicts = [];
    private readonly TypeUnion union;

    public ResponseMerger(IReadOnlyList<(string File, TypeSpec Type)> responses, CancellationToken cancellationToken)
    {
        // A member may name a type that another file brings later; its kind is needed before its members are.
        ILookup<string, TypeSpec> declared = responses.ToLookup(entry => entry.Type.Id, entry => entry.Type, StringComparer.Ordinal);
        union = new TypeUnion(
            aliases, id => types.TryGetValue(aliases.Resolve(id), out TypeSpec? type) ? type : declared[id].FirstOrDefault(), conflicts);
        foreach ((string file, TypeSpec type) in responses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(file, type);
        }
    }

    public IReadOnlyList<SpecConflict> Conflicts => conflicts;

    /// <summary>The type that holds both answers of one operation.</summary>
    public TypeRef? Unite(TypeRef? left, Place leftPlace, TypeRef? right, Place rightPlace) =>
        left is null ? right : right is null ? left : union.Of(left, leftPlace, right, rightPlace);

    /// <summary>The united types, each with the file in which it was met first.</summary>
    public IEnumerable<(string File, TypeSpec Type)> Finish()
    {
        // Two schemas that stand in one place are one type; uniting them may bring up more such pairs.
        while (aliases.TryTakePending(out string kept, out string dropped))
        {
            if (types.TryGetValue(dropped, out TypeSpec? other) && types.TryGetValue(kept, out TypeSpec? known))
            {
                types[kept] = Unite(known, new Place(files[kept], known.Pointer), other with { Id = kept }, new Place(files[dropped], other.Pointer));
                types.Remove(dropped);
            }
        }

        return types.Select(entry => (files[entry.Key], Resolve(entry.Value)));
    }

    public TypeRef Resolve(TypeRef type)
    {
        TypeRef resolved = type with { Element = type.Element is { } element ? Resolve(element) : null };
        if (type.Kind is not (TypeKind.Model or TypeKind.Value))
        {
            return resolved;
        }

        // Where a schema is an object in one specification and an enum in another, one of the two has become the type.
        string id = aliases.Resolve(type.Target);
        TypeKind kind = !types.TryGetValue(id, out TypeSpec? target) ? type.Kind
            : target is RecordSpec or HierarchySpec ? TypeKind.Model : TypeKind.Value;
        return resolved with { Target = id, Kind = kind };
    }

    private void Add(string file, TypeSpec type)
    {
        string id = aliases.Resolve(type.Id);
        if (types.TryGetValue(id, out TypeSpec? known))
        {
            // Whichever came first, the type is called as the one that stays.
            string name = type.Id == id ? type.Name : known.Name;
            types[id] = Unite(known, new Place(files[id], known.Pointer), type, new Place(file, type.Pointer)) with { Id = id, Name = name };
        }
        else
        {
            types.Add(id, type with { Id = id });
            files.Add(id, file);
        }
    }

    private TypeSpec Unite(TypeSpec left, Place leftPlace, TypeSpec right, Place rightPlace)
    {
        switch (left, right)
        {
            case (RecordSpec a, RecordSpec b):
                return Records(a, leftPlace, b, rightPlace);
            case (EnumSpec a, EnumSpec b):
                return EnumUnion.Of(a, b);
            case (UnionSpec a, UnionSpec b):
                return UnionUnion.Of(a, leftPlace, b, rightPlace, union);
            case (HierarchySpec a, HierarchySpec b) when (a.Discriminator, a.Tag) == (b.Discriminator, b.Tag):
                return a with { Cases = [.. a.Cases, .. b.Cases.Where(item => a.Cases.All(own => own.Value != item.Value))] };
            default:
                conflicts.Add(new SpecConflict($"'{left.Name}' is one kind of schema here and another there; the first is used.", leftPlace, rightPlace));
                return left;
        }
    }

    private RecordSpec Records(RecordSpec left, Place leftPlace, RecordSpec right, Place rightPlace)
    {
        var properties = left.Properties.ToList();
        foreach (PropertySpec property in right.Properties.ToList())
        {
            int index = properties.FindIndex(own => own.JsonName == property.JsonName);
            if (index < 0)
            {
                properties.Add(property);
                continue;
            }

            PropertySpec own = properties[index];
            TypeRef type = union.Of(own.Type, leftPlace with { Pointer = own.Pointer }, property.Type, rightPlace with { Pointer = property.Pointer });
            // A value that it has from the start is of the type that it had.
            Literal? constant = type.Kind == own.Type.Kind ? own.Constant : null;
            properties[index] = own with { Type = type, Constant = constant, IsDeprecated = own.IsDeprecated && property.IsDeprecated };
        }

        NameScope names = NameScope.ForMembers(ReservedNames.RecordMembers);
        return left with
        {
            Properties = [.. properties.Select(property => property with { Name = names.Take(Words.Identifier(property.JsonName, "Value")) })],
            AdditionalProperties = left.AdditionalProperties == right.AdditionalProperties ? left.AdditionalProperties : new TypeRef(TypeKind.Json),
        };
    }

    private TypeSpec Resolve(TypeSpec type) => type switch
    {
        RecordSpec record => record with
        {
            Properties = [.. record.Properties.Select(property => property with { Type = Resolve(property.Type) })],
            AdditionalProperties = record.AdditionalProperties is { } additional ? Resolve(additional) : null,
        },
        HierarchySpec hierarchy => hierarchy with { Cases = [.. hierarchy.Cases.Select(item => item with { Type = Resolve(item.Type) })] },
        UnionSpec unionSpec => unionSpec with { Variants = [.. unionSpec.Variants.Select(variant => variant with { Type = Resolve(variant.Type) })] },
        _ => type,
    };
}
