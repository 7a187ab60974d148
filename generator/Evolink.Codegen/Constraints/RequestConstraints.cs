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
    private readonly ConstraintSources _sources;
    private readonly bool _isEvolink;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<MemberDraft, ConstraintSet> _members = [];
    private readonly Dictionary<TypeDraft, ConstraintSet> _records = [];
    private readonly Dictionary<(TypeDraft Union, VariantDraft Variant), ConstraintSet> _variants = [];

    /// <param name="shapes">The types of the file's requests, by their ids.</param>
    /// <param name="diagnostics">Where what is not checked is reported.</param>
    /// <param name="isEvolink">Whether the document follows EvoLink's conventions, by which members are known by name.</param>
    /// <param name="cancellationToken">Ends the work between two schemas.</param>
    public RequestConstraints(IReadOnlyDictionary<TypeId, TypeDraft> shapes, SpecDiagnostics diagnostics, bool isEvolink, CancellationToken cancellationToken)
    {
        _sources = new ConstraintSources(shapes, diagnostics);
        _isEvolink = isEvolink;
        _cancellationToken = cancellationToken;
        var types = shapes.Values.ToDictionary(shape => shape.Id, Build);
        _sources.IncompleteTypes.UnionWith(IncompleteTypes.Among(types));
        if (_sources.IncompleteTypes.Count > 0)
        {
            foreach (TypeDraft shape in shapes.Values)
            {
                Correct(shape);
            }
        }
    }

    /// <summary>The constraints of a member of a record, at the place where it is declared.</summary>
    public EquatableArray<Constraint> ForMember(MemberDraft member) => _members[member].Constraints;

    /// <summary>The constraints of a record that no single member bears: what its members demand of each other, and those without a name.</summary>
    public EquatableArray<Constraint> ForRecord(TypeDraft record) => _records[record].Constraints;

    /// <summary>The constraints of one variant of a union.</summary>
    public EquatableArray<Constraint> ForVariant(TypeDraft union, VariantDraft variant) => _variants[(union, variant)].Constraints;

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
        TypeKind.Value => _sources.Shapes.TryGetValue(type.Id, out TypeDraft? shape) && shape.Kind == DeclarationKind.Enum,
        _ => type.Kind is not (TypeKind.Model or TypeKind.Json or TypeKind.Status or TypeKind.Stream or TypeKind.File),
    };

    private static bool IsOfEveryText(Constraint constraint) => constraint is WellFormedConstraint or NotNullConstraint
        || (constraint is ItemsConstraint items && items.Constraints.All(IsOfEveryText))
        || (constraint is AdditionalPropertiesConstraint others && others.Constraints.All(IsOfEveryText));

    private ConstraintBuilder Builder() => new(_sources, _cancellationToken);

    private ConstraintSet Build(TypeDraft shape)
    {
        var sets = new List<ConstraintSet>();
        foreach (MemberDraft member in shape.Members)
        {
            sets.Add(_members[member] = OfMember(member));
        }

        foreach (VariantDraft variant in shape.Variants)
        {
            sets.Add(_variants[(shape, variant)] = OfVariant(shape, variant));
        }

        if (shape.Kind == DeclarationKind.Record)
        {
            sets.Add(_records[shape] = OfRecord(shape));
        }

        sets.AddRange(shape.DerivedTypes.Select(derived => ConstraintSet.Reference(derived.Id)));
        return ConstraintSet.All(sets);
    }

    /// <summary>Builds anew what was decided by taking a type to be complete that is not.</summary>
    private void Correct(TypeDraft shape)
    {
        foreach (MemberDraft member in shape.Members.Where(member => IsWrong(_members[member])))
        {
            _members[member] = OfMember(member);
        }

        foreach (VariantDraft variant in shape.Variants.Where(variant => IsWrong(_variants[(shape, variant)])))
        {
            _variants[(shape, variant)] = OfVariant(shape, variant);
        }

        if (_records.TryGetValue(shape, out ConstraintSet? record) && IsWrong(record))
        {
            _records[shape] = OfRecord(shape);
        }
    }

    private bool IsWrong(ConstraintSet set) => set.AssumesComplete && set.DependsOn.Any(_sources.IncompleteTypes.Contains);

    private ConstraintSet OfMember(MemberDraft member) => MemberConstraints.For(member, Builder(), _isEvolink);

    private ConstraintSet OfRecord(TypeDraft record) => Builder().Build(SchemaTarget.Members(record, record.View, isOwn: true));

    private ConstraintSet OfVariant(TypeDraft union, VariantDraft variant) => VariantConstraints.For(union, variant, Builder());
}
