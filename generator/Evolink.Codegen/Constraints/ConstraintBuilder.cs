using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// Builds the constraints of one schema and of those within it, by asking every provider. One builder serves one member,
/// record, variant or body.
/// </summary>
internal sealed class ConstraintBuilder(ConstraintSources sources, CancellationToken cancellationToken)
{
    private readonly SchemaScope _scope = new(sources.Diagnostics, cancellationToken);

    public IReadOnlyDictionary<TypeId, TypeDraft> Shapes => sources.Shapes;

    public SpecDiagnostics Diagnostics => sources.Diagnostics;

    public PatternChecks Patterns => sources.Patterns;

    public ConstraintSet Build(SchemaTarget target)
    {
        if (target.Record is null)
        {
            if (!target.IsOwn && !Allows(target.View, target.Type))
            {
                return ConstraintSet.From(new FalseSchemaConstraint());
            }

            if (target.IsOwn && NullableSchemas.OnlyVariant(target.View) is { } branch)
            {
                return _scope.Enter(branch, () => Build(target with { View = SchemaView.From(branch) }));
            }
        }

        ConstraintSet all = ConstraintSet.All(ConstraintProviders.All.SelectMany(provider => provider.Provide(target, this)));
        return target is { IsOwn: true, Record: null } ? all with { Constraints = UnicodeConstraints.Add(target.Type, all.Constraints) } : all;
    }

    /// <summary>What a branch or condition demands of a value whose type was made elsewhere.</summary>
    public ConstraintSet Branch(TypeRef type, SpecNode node) => _scope.Enter(node, () => type.Kind == TypeKind.Model
        ? OfRecord(Shapes[type.Id], SchemaView.From(node))
        : Build(new SchemaTarget(type, SchemaView.From(node), IsOwn: false)));

    /// <summary>What a branch or condition demands of the members of a record made elsewhere.</summary>
    public ConstraintSet OfMembers(TypeDraft record, SchemaView view)
    {
        if (record.Kind == DeclarationKind.DiscriminatedUnion)
        {
            return NotForHierarchies(view);
        }

        return Build(SchemaTarget.Members(record, view, isOwn: false));
    }

    /// <summary>The constraints of an item or of a map's value.</summary>
    public ConstraintSet Held(TypeRef type, SchemaView view, bool isOwn)
    {
        if (type.Kind == TypeKind.Json && _scope.IsOpen(view.Origin))
        {
            Diagnostics.Unsupported(view.Origin, "a schema that contains itself where values are kept as JSON", "they are checked once, not at every level");
        }

        ConstraintSet set = Nested(view.Origin, new SchemaTarget(type, view, isOwn));
        return isOwn && !type.IsValueType && !type.IsNullable ? set with { Constraints = [new NotNullConstraint(), .. set.Constraints] } : set;
    }

    /// <summary>The constraints of a schema within another one.</summary>
    public ConstraintSet Nested(SpecNode node, SchemaTarget target) => _scope.Enter(node, () => Build(target));

    /// <summary>
    /// Whether a set may be used where it must not hold, decides or is counted. The types that it depends on are taken to be
    /// complete unless they are known not to be.
    /// </summary>
    public bool IsComplete(ConstraintSet set) => set.IsComplete && !set.DependsOn.Any(sources.IncompleteTypes.Contains);

    /// <summary>What is left where a keyword is not checked because what it depends on is checked only in part.</summary>
    public ConstraintSet CheckedInPart(SpecNode node, string keyword, string instead = "it is not checked before a request is sent")
    {
        Diagnostics.NotChecked(node, $"'{keyword}' with a schema that is checked only in part", instead);
        return ConstraintSet.Incomplete;
    }

    /// <summary>The members of a case are not those of the record that all cases derive from.</summary>
    public ConstraintSet NotForHierarchies(SchemaView view)
    {
        Diagnostics.NotChecked(view.Origin, "a restriction of objects that a discriminator tells apart", "it is not checked");
        return ConstraintSet.Incomplete;
    }

    /// <summary>What each variant of a union requires.</summary>
    public VariantDemands Demands(TypeDraft union) => sources.Demands(union);

    /// <summary>Whether a schema leaves room for any value of a type.</summary>
    public bool Allows(SchemaView view, TypeRef type)
    {
        if (view.Parts.Any(BooleanSchemas.IsFalse))
        {
            return false;
        }

        JsonKinds allowed = SchemaKinds.Infer(view);
        return allowed == JsonKinds.None || (allowed & KindsOf(type)) != JsonKinds.None;
    }

    private ConstraintSet OfRecord(TypeDraft record, SchemaView view) =>
        view.Parts.Any(BooleanSchemas.IsFalse) ? ConstraintSet.From(new FalseSchemaConstraint()) : OfMembers(record, view);

    private JsonKinds KindsOf(TypeRef type) => type.Kind switch
    {
        TypeKind.Boolean => JsonKinds.Boolean,
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Double or TypeKind.Decimal => JsonKinds.Integer | JsonKinds.Number,
        TypeKind.List => JsonKinds.Array,
        TypeKind.Map or TypeKind.Model => JsonKinds.Object,
        TypeKind.Value => Shapes[type.Id] is { Kind: DeclarationKind.Union } union
            ? union.Variants.Aggregate(JsonKinds.None, (kinds, variant) => kinds | variant.Kind)
            : ScalarTypes.ForEnum(Shapes[type.Id].View, isRequest: true) == TypeKind.String
                ? JsonKinds.String
                : JsonKinds.Integer | JsonKinds.Number,
        TypeKind.Json => (JsonKinds)~0,
        _ => JsonKinds.String,
    };
}
