using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The units of requests, responses, enums and unions.</summary>
internal sealed class TypeUnits(
    ClientOptions options, ClientNames names, ResponseMerger merger, TypeBases bases)
{
    public IEnumerable<UnitModel> Of(IEnumerable<(string File, TypeSpec Type)> types, CancellationToken cancellationToken)
    {
        foreach ((_, TypeSpec type) in types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return type switch
            {
                RecordSpec record => Record(record),
                UnionSpec union => Union(union),
                HierarchySpec hierarchy => Hierarchy(hierarchy),
                _ => Enum((EnumSpec)type),
            };
        }
    }

    private UnitModel Record(RecordSpec record)
    {
        string name = names.Of(record);
        return new RecordUnit(
            options.Namespace, name,
            bases.Of(record.Id),
            record.IsRequest, record.Doc,
            record.Properties.Select(property => Property(property, name)).ToEquatableArray(),
            record.AdditionalProperties is { } additional ? Resolve(additional) : null,
            names.Resolve(record.Constraints));
    }

    private PropertySpec Property(PropertySpec property, string owner) => property with
    {
        Name = ClientNames.Member(property.Name, owner),
        Pointer = "",
        Type = Resolve(property.Type),
        Constraints = names.Resolve(property.Constraints),
    };

    private UnitModel Union(UnionSpec union) => new UnionUnit(
        options.Namespace, names.Of(union), union.IsRequest, union.Doc,
        union.Variants.Select(variant => variant with { Type = Resolve(variant.Type), Constraints = names.Resolve(variant.Constraints) })
            // What several files call by several names may have become one type.
            .GroupBy(variant => variant.Type).Select(same => same.FirstOrDefault(variant => variant.Test is null) ?? same.First()).ToEquatableArray());

    private UnitModel Hierarchy(HierarchySpec hierarchy)
    {
        string name = names.Of(hierarchy);
        return new HierarchyUnit(
            options.Namespace, name, bases.Of(hierarchy.Id), hierarchy.IsRequest, hierarchy.Doc, hierarchy.Discriminator, hierarchy.Tag,
            hierarchy.Cases.Where(item => bases.Of(merger.Resolve(item.Type).Target) == name)
                .Select(item => item with { Type = Resolve(item.Type) }).ToEquatableArray(),
            Resolve(hierarchy.Fallback));
    }

    private UnitModel Enum(EnumSpec spec) => new EnumUnit(
        options.Namespace, names.Of(spec), spec.Doc, spec.Underlying,
        spec.Members.Select(member => member with { Name = ClientNames.Member(member.Name, names.Of(spec)) }).ToEquatableArray());

    private TypeRef Resolve(TypeRef type) => names.Resolve(merger.Resolve(type));
}
