using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// The constraints of every type of a document's requests. Each member, record and variant is built once, taking the types
/// within it to be complete; then it is known which are, and what was decided otherwise is built anew.
/// </summary>
internal sealed class RequestConstraints
{
    private readonly ConstraintSources sources;
    private readonly bool isEvolink;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<MemberDraft, ConstraintSet> members = [];
    private readonly Dictionary<TypeDraft, ConstraintSet> records = [];
    private readonly Dictionary<(TypeDraft Union, VariantDraft Variant), ConstraintSet> variants = [];

    /// <param name="shapes">The types of the file's requests, by their ids.</param>
    /// <param name="diagnostics">Where what is not checked is reported.</param>
    /// <param name="isEvolink">Whether the document follows EvoLink's conventions, by which members are known by name.</param>
    /// <param name="cancellationToken">Ends the work between two schemas.</param>
    public RequestConstraints(IReadOnlyDictionary<TypeId, TypeDraft> shapes, SpecDiagnostics diagnostics, bool isEvolink, CancellationToken cancellationToken)
    {
        sources = new ConstraintSources(shapes, diagnostics);
        this.isEvolink = isEvolink;
        this.cancellationToken = cancellationToken;
        var types = shapes.Values.ToDictionary(shape => shape.Id, Build);
        sources.IncompleteTypes.UnionWith(IncompleteTypes.Among(types));
        if (sources.IncompleteTypes.Count > 0)
        {
            foreach (TypeDraft shape in shapes.Values)
            {
                Correct(shape);
            }
        }
    }

    /// <summary>The constraints of a member of a record, at the place where it is declared.</summary>
    public EquatableArray<Constraint> ForMember(MemberDraft member) => members[member].Constraints;

    /// <summary>The constraints of a record that no single member bears: what its members demand of each other, and those without a name.</summary>
    public EquatableArray<Constraint> ForRecord(TypeDraft record) => records[record].Constraints;

    /// <summary>The constraints of one variant of a union.</summary>
    public EquatableArray<Constraint> ForVariant(TypeDraft union, VariantDraft variant) => variants[(union, variant)].Constraints;

    /// <summary>The constraints of a request body that is no generated type.</summary>
    public EquatableArray<Constraint> ForBody(TypeRef type, SchemaView view) => Builder().Build(new SchemaTarget(type, view, IsOwn: true)).Constraints;

    /// <summary>
    /// The constraints of a parameter: a scalar, or a list or map of them. An object's are not asked. Text is escaped when it is sent,
    /// so that it need not be checked to be Unicode.
    /// </summary>
    public EquatableArray<Constraint> ForParameter(TypeRef type, SchemaView view) =>
        IsScalar(type) ? [.. ForBody(type, view).Where(constraint => !IsOfEveryText(constraint))] : [];

    private bool IsScalar(TypeRef type) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => IsScalar(type.Element!),
        TypeKind.Value => sources.Shapes.TryGetValue(type.Id, out TypeDraft? shape) && shape.Kind == DeclarationKind.Enum,
        _ => type.Kind is not (TypeKind.Model or TypeKind.Json or TypeKind.Status or TypeKind.Stream or TypeKind.File),
    };

    private static bool IsOfEveryText(Constraint constraint) => constraint is WellFormedConstraint or NotNullConstraint
        || (constraint is ItemsConstraint items && items.Constraints.All(IsOfEveryText))
        || (constraint is AdditionalPropertiesConstraint others && others.Constraints.All(IsOfEveryText));

    private ConstraintBuilder Builder() => new(sources, cancellationToken);

    private ConstraintSet Build(TypeDraft shape)
    {
        var sets = new List<ConstraintSet>();
        foreach (MemberDraft member in shape.Members)
        {
            sets.Add(members[member] = OfMember(member));
        }

        foreach (VariantDraft variant in shape.Variants)
        {
            sets.Add(variants[(shape, variant)] = OfVariant(shape, variant));
        }

        if (shape.Kind == DeclarationKind.Record)
        {
            sets.Add(records[shape] = OfRecord(shape));
        }

        sets.AddRange(shape.DerivedTypes.Select(derived => ConstraintSet.Reference(derived.Id)));
        return ConstraintSet.All(sets);
    }

    /// <summary>Builds anew what was decided by taking a type to be complete that is not.</summary>
    private void Correct(TypeDraft shape)
    {
        foreach (MemberDraft member in shape.Members.Where(member => IsWrong(members[member])))
        {
            members[member] = OfMember(member);
        }

        foreach (VariantDraft variant in shape.Variants.Where(variant => IsWrong(variants[(shape, variant)])))
        {
            variants[(shape, variant)] = OfVariant(shape, variant);
        }

        if (records.TryGetValue(shape, out ConstraintSet? record) && IsWrong(record))
        {
            records[shape] = OfRecord(shape);
        }
    }

    private bool IsWrong(ConstraintSet set) => set.AssumesComplete && set.DependsOn.Any(sources.IncompleteTypes.Contains);

    private ConstraintSet OfMember(MemberDraft member) => MemberConstraints.For(member, Builder(), isEvolink);

    private ConstraintSet OfRecord(TypeDraft record) => Builder().Build(SchemaTarget.Members(record, record.View, isOwn: true));

    private ConstraintSet OfVariant(TypeDraft union, VariantDraft variant) => VariantConstraints.For(union, variant, Builder());
}
