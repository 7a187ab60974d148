using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The units of requests, responses, enums and unions.</summary>
internal sealed class TypeUnits(
    ClientOptions options, ClientNames names, ResponseMerger merger, TypeBases bases)
{
    public IEnumerable<UnitModel> Build(IEnumerable<(string File, TypeModel Type)> types, CancellationToken cancellationToken)
    {
        foreach ((_, TypeModel type) in types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return type switch
            {
                RecordModel record => Record(record),
                UnionModel union => Union(union),
                DiscriminatedUnionModel union => DiscriminatedUnion(union),
                _ => Enum((EnumModel)type),
            };
        }
    }

    private UnitModel Record(RecordModel record)
    {
        string name = names.NameOf(record);
        return new RecordUnit(
            options.Namespace, name,
            bases.Find(record.Id),
            record.IsRequest, record.Doc,
            record.Properties.Replace((Units: this, Name: name), static (property, owner) => owner.Units.Property(property, owner.Name)),
            record.AdditionalProperties is { } additional ? Resolve(additional) : null,
            names.Resolve(record.Constraints));
    }

    /// <summary>The property itself, where none of its names depends on the client: most are strings and numbers.</summary>
    private PropertyModel Property(PropertyModel property, string owner)
    {
        string name = ClientNames.Member(property.Name, owner);
        TypeRef type = Resolve(property.Type);
        EquatableArray<Constraint> constraints = names.Resolve(property.Constraints);
        return ReferenceEquals(type, property.Type) && name == property.Name && constraints.Equals(property.Constraints)
            ? property
            : property with { Name = name, Type = type, Constraints = constraints };
    }

    private UnitModel Union(UnionModel union)
    {
        // Variants that several files name differently may have become one type.
        List<VariantModel> variants = union.Variants.Select(variant => variant with { Type = Resolve(variant.Type), Constraints = names.Resolve(variant.Constraints) })
            .GroupBy(variant => variant.Type).Select(Merge).ToList();
        // One without a test takes what no other of its kind does, so that it comes after them.
        IEnumerable<VariantModel> ordered = variants.OrderBy(variant => variant.Tests.Count > 0
            ? 2 * variants.IndexOf(variant)
            : (2 * variants.FindLastIndex(other => other.Kind == variant.Kind)) + 1);
        return new UnionUnit(options.Namespace, names.NameOf(union), union.IsRequest, union.Doc, ordered.ToEquatableArray());
    }

    private static VariantModel Merge(IGrouping<TypeRef, VariantModel> same) =>
        same.FirstOrDefault(variant => variant.Tests.Count == 0) ?? same.First() with { Tests = [.. same.SelectMany(variant => variant.Tests).Distinct()] };

    private UnitModel DiscriminatedUnion(DiscriminatedUnionModel union)
    {
        string name = names.NameOf(union);
        return new DiscriminatedUnionUnit(
            options.Namespace, name, bases.Find(union.Id), union.IsRequest, union.Doc, union.Discriminator, union.DiscriminatorKind,
            union.DerivedTypes.Where(item => bases.Find(merger.Resolve(item.Type).Id) == name)
                .Select(item => item with { Type = Resolve(item.Type) }).ToEquatableArray(),
            Resolve(union.Fallback));
    }

    private UnitModel Enum(EnumModel spec) => new EnumUnit(
        options.Namespace, names.NameOf(spec), spec.Doc, spec.Underlying,
        spec.Members.Replace(names.NameOf(spec), static (member, owner) => ClientNames.Member(member.Name, owner) is var name && name == member.Name ? member : member with { Name = name }));

    private TypeRef Resolve(TypeRef type) => names.Resolve(merger.Resolve(type));
}
