using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>properties</c>, <c>required</c> and the keywords of other members, where a branch or condition asks them of a record made elsewhere.</summary>
internal sealed class PropertiesProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target is not { IsOwn: false, Record: { } record })
        {
            yield break;
        }

        HashSet<string> required = target.View.Required();
        if (required.RemoveWhere(record.LeftOut.Contains) > 0 && required.Count == 0)
        {
            // Where it must not hold or decides, a branch that demands nothing else would always hold.
            yield return ConstraintSet.Incomplete;
        }

        Dictionary<string, IReadOnlyList<SpecNode>> described = target.View.Properties().ToDictionary(property => property.Key, property => property.Value);
        bool isUndecided = builder.Patterns.ReportUndecided(target.View, [.. record.Members.Select(member => member.JsonName).Union(described.Keys)]);
        (SpecNode? others, bool isComplete) = UnnamedProperties.Others(target.View, isOwn: false, builder);
        if (isUndecided || !isComplete)
        {
            yield return ConstraintSet.Incomplete;
        }

        others = isUndecided ? null : others;
        foreach (MemberDraft member in record.Members)
        {
            ConstraintSet set = Property(member, target.View, described, others, builder);
            bool isRequired = required.Contains(member.JsonName);
            yield return isRequired || !set.IsEmpty ? set.With(new PropertyConstraint(MemberRefs.To(record, member), isRequired, set.Constraints)) : set;
        }

        foreach (ConstraintSet set in Unnamed(record, target.View, required, described, others, builder))
        {
            yield return set;
        }
    }

    private static ConstraintSet Property(
        MemberDraft member, SchemaView view, Dictionary<string, IReadOnlyList<SpecNode>> described, SpecNode? others, ConstraintBuilder builder)
    {
        IReadOnlyList<SpecNode> nodes = described.TryGetValue(member.JsonName, out IReadOnlyList<SpecNode>? own)
            ? own
            : [.. PropertySchemas.ByPattern(view, [member.JsonName]).Select(match => match.Schema)];
        if (nodes.Count == 0 && others is { Kind: SpecNodeKind.Object })
        {
            nodes = [others];
        }

        return nodes.Count > 0 ? builder.Nested(nodes[0], new SchemaTarget(member.Type, SchemaView.From(nodes), IsOwn: false)) : ConstraintSet.Empty;
    }

    /// <summary>What a branch demands of members that the record has no property for.</summary>
    private static IEnumerable<ConstraintSet> Unnamed(
        TypeDraft record, SchemaView view, HashSet<string> required, Dictionary<string, IReadOnlyList<SpecNode>> described, SpecNode? others, ConstraintBuilder builder)
    {
        TypeRef held = record.Additional ?? new TypeRef(TypeKind.Json);
        string[] unnamed = [.. described.Keys.Where(name => record.Find(name) is null)];
        yield return ConstraintSet.From(required.Where(name => record.Find(name) is null).Select(name => new RequiredUnnamedConstraint(name)));

        IEnumerable<ConstraintSet> ofNames = unnamed.Select(name =>
        {
            ConstraintSet set = builder.Held(held, SchemaView.From(described[name]), isOwn: false);
            return set.IsEmpty ? set : set.With(new MapPropertyConstraint(name, held, set.Constraints));
        });
        ConstraintSet all = ConstraintSet.All([.. ofNames, .. UnnamedProperties.Find(held, view, [.. unnamed], isOwn: false, builder)]);
        yield return all.IsEmpty ? all : all.With(new UnnamedPropertiesConstraint(held, all.Constraints));

        if (others is not null && BooleanSchemas.IsFalse(others) && view.First("patternProperties") is null && unnamed.Length == 0)
        {
            yield return ConstraintSet.From(new NoAdditionalPropertiesConstraint());
        }

        if (record.Members.Count > 0 && view.First("propertyNames") is not null)
        {
            // The names of properties are known, but which of them are set is not asked.
            yield return ConstraintSet.Incomplete;
        }
    }
}
