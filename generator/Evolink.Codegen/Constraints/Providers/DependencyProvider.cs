using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>dependentRequired</c> and <c>dependentSchemas</c>.</summary>
internal sealed class DependencyProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target is { Record: null, Type.Kind: not TypeKind.Map })
        {
            yield break;
        }

        foreach (SpecMember dependency in target.View.All("dependentRequired").SelectMany(node => node.Members))
        {
            List<string> names = dependency.Value.Items.Select(item => item.Text).Where(name => target.Record?.LeftOut.Contains(name) != true).ToList();
            yield return names.Count == 0 ? ConstraintSet.Empty : ConstraintSet.From(DependentRequired(target, dependency.Name, names));
        }

        foreach (SpecMember dependency in target.View.All("dependentSchemas").SelectMany(node => node.Members))
        {
            ConstraintSet then = builder.Branch(target.Type, dependency.Value);
            yield return then.IsEmpty ? then : then.With(new IfConstraint([IsSet(target, dependency.Name)], then.Constraints, []));
        }
    }

    private static Constraint DependentRequired(SchemaTarget target, string name, List<string> names)
    {
        if (target.Record is { } record && MemberRefs.Find(record, name) is { } member)
        {
            EquatableArray<MemberRef> required = [.. names.Select(other => MemberRefs.Find(record, other)).OfType<MemberRef>()];
            if (required.Count == names.Count)
            {
                return new DependentRequiredConstraint(member, required);
            }
        }

        return new IfConstraint([IsSet(target, name)], [.. names.Select(other => IsSet(target, other))], []);
    }

    private static Constraint IsSet(SchemaTarget target, string name) =>
        target.Record is { } record ? MemberRefs.Required(record, name) : new RequiredConstraint(name);
}
