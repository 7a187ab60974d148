using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>
/// Merges the responses of all specifications: schemas of one name become one type with the members and values of all.
/// The order in which files are added decides only which of two places a conflict names first.
/// </summary>
internal sealed class ResponseMerger
{
    private readonly Dictionary<TypeId, TypeModel> _types = [];
    private readonly Dictionary<TypeId, string> _files = [];
    private readonly TypeAliases _aliases = new();

    /// <summary>Where the members that another file than the type's own brought are described.</summary>
    private readonly Dictionary<(TypeId Type, string Member), SpecLocation> _added = [];
    private readonly List<SpecConflict> _conflicts = [];
    private readonly HashSet<(string File, TypeId Id)> _replaced = [];

    /// <summary>The types that several schemas made: their members are named when all are known.</summary>
    private readonly HashSet<TypeId> _united = [];
    private readonly TypeMerger _merger;

    public ResponseMerger(IReadOnlyList<(string File, TypeModel Type)> responses, CancellationToken cancellationToken)
    {
        // A member may name a type that another file brings later; its kind is needed before its members are.
        ILookup<TypeId, TypeModel> declared = responses.ToLookup(entry => entry.Type.Id, entry => entry.Type);
        _merger = new TypeMerger(
            _aliases, id => _types.TryGetValue(_aliases.Resolve(id), out TypeModel? type) ? type : declared[id].FirstOrDefault(), _conflicts);
        foreach ((string file, TypeModel type) in responses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(file, type);
        }
    }

    public IReadOnlyList<SpecConflict> Conflicts => _conflicts;

    /// <summary>The type that holds both responses of one operation.</summary>
    public TypeRef? Unite(TypeRef? left, SpecLocation leftPlace, TypeRef? right, SpecLocation rightPlace) =>
        left is null ? right : right is null ? left : _merger.Merge(left, leftPlace, right, rightPlace);

    /// <summary>The merged types, each with the file in which it was met first.</summary>
    public IEnumerable<(string File, TypeModel Type)> Finish()
    {
        // Two schemas of one member are one type; merging them may find more such pairs.
        while (_aliases.TryTakePending(out TypeId kept, out TypeId dropped))
        {
            if (_types.TryGetValue(dropped, out TypeModel? other) && _types.TryGetValue(kept, out TypeModel? known))
            {
                _types[kept] = Unite(known, _files[kept], other, _files[dropped], other.Id) with { Id = kept };
                _types.Remove(dropped);
            }
        }

        return _types.Select(entry => (_files[entry.Key], Resolve(_united.Contains(entry.Key) ? MemberNames.Assign(entry.Value) : entry.Value)));
    }

    public TypeRef Resolve(TypeRef type)
    {
        if (type.Kind is not (TypeKind.Model or TypeKind.Value))
        {
            return type.Element is { } element && Resolve(element) is var resolved && !ReferenceEquals(resolved, element) ? type with { Element = resolved } : type;
        }

        // Where a schema is an object in one specification and an enum in another, one of the two has become the type.
        TypeId id = _aliases.Resolve(type.Id);
        TypeKind kind = !_types.TryGetValue(id, out TypeModel? target) ? type.Kind
            : target is RecordModel or DiscriminatedUnionModel ? TypeKind.Model : TypeKind.Value;
        return id == type.Id && kind == type.Kind ? type : type with { Id = id, Kind = kind };
    }

    /// <summary>Whether a value that one of these specifications describes is, or holds, a type in whose place stands another kind of type now.</summary>
    public bool IsReplaced(TypeRef type, IEnumerable<string> files) => type.Kind is TypeKind.Model or TypeKind.Value
        ? files.Any(file => _replaced.Contains((file, type.Id)))
        : type.Element is { } element && IsReplaced(element, files);

    private void Add(string file, TypeModel type)
    {
        TypeId id = _aliases.Resolve(type.Id);
        if (_types.TryGetValue(id, out TypeModel? known))
        {
            // The name is that of the type that stays, whichever came first.
            string name = type.Id == id ? type.Name : known.Name;
            TypeModel both = Unite(known, _files[id], type, file, rightId: null);
            _types[id] = both.Name == name ? both : both with { Name = name };
        }
        else
        {
            _types.Add(id, type.Id == id ? type : type with { Id = id });
            _files.Add(id, file);
        }
    }

    /// <param name="rightId">The id of the right one where it was merged itself, so that not all of its members are of its file.</param>
    private TypeModel Unite(TypeModel left, string leftFile, TypeModel right, string rightFile, TypeId? rightId)
    {
        _united.Add(left.Id);
        switch (left, right)
        {
            case (RecordModel a, RecordModel b):
                return HoldsAll(a, b) ? a : Records(a, PlaceOf(left, leftFile), b, PlaceOf(right, rightFile), rightId);
            case (EnumModel a, EnumModel b):
                return EnumMerger.Merge(a, b);
            case (UnionModel a, UnionModel b):
                return UnionMerger.Merge(a, PlaceOf(left, leftFile), b, PlaceOf(right, rightFile), _merger);
            case (DiscriminatedUnionModel a, DiscriminatedUnionModel b) when (a.Discriminator, a.DiscriminatorKind) == (b.Discriminator, b.DiscriminatorKind):
                return a with { DerivedTypes = [.. a.DerivedTypes, .. b.DerivedTypes.Where(item => a.DerivedTypes.All(own => own.Value != item.Value))] };
            default:
                _replaced.Add((rightFile, right.Id));
                _conflicts.Add(new SpecConflict($"'{left.Name}' is one kind of schema here and another there; the first is used.", PlaceOf(left, leftFile), PlaceOf(right, rightFile)));
                return left;
        }
    }

    /// <summary>Whether one record has every member of another, as most pages of one service describe the same responses.</summary>
    private bool HoldsAll(RecordModel left, RecordModel right)
    {
        for (int index = 0; index < right.Properties.Count; index++)
        {
            PropertyModel property = right.Properties[index];
            if (Find(left.Properties, property.JsonName, index) is not { } own || !_merger.Holds(own.Type, property.Type) || (own.IsDeprecated && !property.IsDeprecated))
            {
                return false;
            }
        }

        return left.AdditionalProperties == right.AdditionalProperties;
    }

    /// <param name="properties">The members of a record.</param>
    /// <param name="jsonName">Which of them.</param>
    /// <param name="likely">Where it stands in another record, and probably here.</param>
    private static PropertyModel? Find(EquatableArray<PropertyModel> properties, string jsonName, int likely)
    {
        if (likely < properties.Count && properties[likely].JsonName == jsonName)
        {
            return properties[likely];
        }

        foreach (PropertyModel property in properties.AsSpan())
        {
            if (property.JsonName == jsonName)
            {
                return property;
            }
        }

        return null;
    }

    private RecordModel Records(RecordModel left, SpecLocation leftPlace, RecordModel right, SpecLocation rightPlace, TypeId? rightId)
    {
        var properties = left.Properties.ToList();
        foreach (PropertyModel property in right.Properties.ToList())
        {
            int index = properties.FindIndex(own => own.JsonName == property.JsonName);
            SpecLocation place = PlaceOf(property, rightId, rightPlace);
            if (index < 0)
            {
                properties.Add(property);
                _added[(left.Id, property.JsonName)] = place;
                continue;
            }

            PropertyModel own = properties[index];
            TypeRef type = _merger.Merge(own.Type, PlaceOf(own, left.Id, leftPlace), property.Type, place);
            // An initial value fits only the type that the member had.
            Literal? constant = type.Kind == own.Type.Kind ? own.Constant : null;
            properties[index] = own with { Type = type, Constant = constant, IsDeprecated = own.IsDeprecated && property.IsDeprecated };
        }

        return left with
        {
            Properties = [.. properties],
            AdditionalProperties = left.AdditionalProperties == right.AdditionalProperties ? left.AdditionalProperties : new TypeRef(TypeKind.Json),
        };
    }

    private static SpecLocation PlaceOf(TypeModel type, string file) => new(file, type.Pointer);

    /// <summary>Where a member is described. One without a schema stands where its type does.</summary>
    private SpecLocation PlaceOf(PropertyModel property, TypeId? type, SpecLocation typePlace) =>
        type is { } id && _added.TryGetValue((id, property.JsonName), out SpecLocation? place) ? place
        : property.Pointer.Length == 0 ? typePlace
        : typePlace with { Pointer = property.Pointer };

    private TypeModel Resolve(TypeModel type) => type switch
    {
        RecordModel record => record with
        {
            Properties = [.. record.Properties.Select(property => property with { Type = Resolve(property.Type) })],
            AdditionalProperties = record.AdditionalProperties is { } additional ? Resolve(additional) : null,
        },
        DiscriminatedUnionModel union => union with { DerivedTypes = [.. union.DerivedTypes.Select(item => item with { Type = Resolve(item.Type) })] },
        UnionModel union => union with { Variants = [.. union.Variants.Select(variant => variant with { Type = Resolve(variant.Type) })] },
        _ => type,
    };
}
