using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>anyOf</c>, <c>oneOf</c>, <c>not</c>, <c>if</c> with <c>then</c> and <c>else</c>.</summary>
internal sealed class CombinationProvider : IConstraintProvider
{
    private static readonly (string Keyword, bool IsExclusive)[] s_lists = [("anyOf", false), ("oneOf", true)];

    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.IsJsonPart || target.Type.Kind == TypeKind.Value || (target.Type.Kind == TypeKind.Model && target.Record is null))
        {
            yield break;
        }

        // Where the choices are values, the constraints of values have asked for them.
        bool areValues = target.IsScalar && SchemaValues.Resolve(target.View).Count > 0;
        foreach ((string keyword, bool isExclusive) in s_lists)
        {
            foreach (SpecNode list in target.View.All(keyword).Where(list => !areValues || !ConstVariants.AreAll(list, isExclusive)))
            {
                yield return Alternatives(target.Type, list, isExclusive, builder);
            }
        }

        foreach (SpecNode not in target.View.All("not").Where(not => !BooleanSchemas.IsFalse(not.Parent!)))
        {
            yield return Not(target.Type, not, builder);
        }

        foreach (SpecNode part in target.View.Parts)
        {
            if (part["if"] is { } condition && (part["then"] ?? part["else"]) is not null)
            {
                yield return If(target.Type, part, condition, builder);
            }
        }
    }

    private static ConstraintSet If(TypeRef type, SpecNode part, SpecNode condition, ConstraintBuilder builder)
    {
        ConstraintSet @if = builder.Branch(type, condition);
        ConstraintSet then = part["then"] is { } whenTrue ? builder.Branch(type, whenTrue) : ConstraintSet.Empty;
        ConstraintSet @else = part["else"] is { } whenFalse ? builder.Branch(type, whenFalse) : ConstraintSet.Empty;
        ConstraintSet all = ConstraintSet.All(@if, then, @else);
        if (then.IsEmpty && @else.IsEmpty)
        {
            return all.With();
        }

        return builder.IsComplete(@if)
            ? all.With(new IfConstraint(@if.Constraints, then.Constraints, @else.Constraints)).Assumed()
            : ConstraintSet.All(all.With(), builder.CheckedInPart(condition, "if"));
    }

    private static ConstraintSet Not(TypeRef type, SpecNode schema, ConstraintBuilder builder)
    {
        EquatableArray<MemberRef> among = Among(type, [schema], builder);
        if (among.Count == 1)
        {
            return ConstraintSet.From(new PropertyConstraint(among[0], IsRequired: false, [new FalseSchemaConstraint()]));
        }

        ConstraintSet set = builder.Branch(type, schema);
        return builder.IsComplete(set)
            ? set.With(new NotConstraint(set.Constraints, ExpectedTexts.Not(schema)) { Among = among }).Assumed()
            : ConstraintSet.All(set.With(), builder.CheckedInPart(schema, "not"));
    }

    /// <summary>The members of which some schemas only ask whether they are there; none where they ask for more.</summary>
    private static EquatableArray<MemberRef> Among(TypeRef type, IEnumerable<SpecNode> schemas, ConstraintBuilder builder)
    {
        List<List<string>?> names = schemas.Select(ExpectedTexts.OnlyRequired).ToList();
        List<MemberRef?> members = type.Kind == TypeKind.Model && !names.Contains(null)
            ? names.SelectMany(branch => branch!).Distinct().Select(name => MemberRefs.Find(builder.Shapes[type.Id], name)).ToList()
            : [];
        return members.Contains(null) ? [] : [.. members.OfType<MemberRef>()];
    }

    private static ConstraintSet Alternatives(TypeRef type, SpecNode list, bool isExclusive, ConstraintBuilder builder)
    {
        // A branch for another kind of value can never be the one.
        ConstraintSet[] branches = [.. list.Items.Where(branch => builder.Allows(SchemaView.From(branch), type)).Select(branch => builder.Branch(type, branch))];
        if (branches.Length == 1)
        {
            // The one branch left for this type says plainly what is wrong; as an alternative it could only say "no match".
            return branches[0];
        }

        if (branches.Length == 0)
        {
            return list.Items.Count == 0 ? ConstraintSet.Empty : ConstraintSet.From(new FalseSchemaConstraint());
        }

        ConstraintSet all = ConstraintSet.All(branches);
        EquatableArray<EquatableArray<Constraint>> alternatives = [.. branches.Select(branch => branch.Constraints)];
        if (isExclusive && builder.IsComplete(all))
        {
            return all.With(new OneOfConstraint(alternatives, ExpectedTexts.OneOf(list)) { Among = Among(type, list.Items, builder) }).Assumed();
        }

        if (isExclusive)
        {
            all = ConstraintSet.All(all, builder.CheckedInPart(list, "oneOf", "more than one of its branches may hold"));
        }

        return branches.Any(branch => branch.IsEmpty)
            ? all.With()
            : all.With(new AnyOfConstraint(alternatives, ExpectedTexts.AnyOf(list)) { Among = Among(type, list.Items, builder) });
    }
}
