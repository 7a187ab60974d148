using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Rules;

internal sealed partial class RuleBuilder
{
    /// <summary>The rules of anyOf, oneOf, not and if for a value of a known type.</summary>
    private IEnumerable<Rule> Composites(TypeRef type, SchemaView view)
    {
        foreach (Rule rule in view.All("anyOf").SelectMany(list => Alternatives(type, list, isExclusive: false)))
        {
            yield return rule;
        }

        foreach (Rule rule in view.All("oneOf").SelectMany(list => Alternatives(type, list, isExclusive: true)))
        {
            yield return rule;
        }

        foreach (SpecNode not in view.All("not"))
        {
            if (!SchemaShapes.IsNever(not.Parent!))
            {
                yield return new NotRule(Branch(type, not), ExpectedTexts.Not(not));
            }
        }

        foreach (SpecNode part in view.Parts)
        {
            if (part["if"] is { } condition && (part["then"] ?? part["else"]) is not null)
            {
                EquatableArray<Rule> then = part["then"] is { } whenTrue ? Branch(type, whenTrue) : [];
                EquatableArray<Rule> @else = part["else"] is { } whenFalse ? Branch(type, whenFalse) : [];
                if (then.Count > 0 || @else.Count > 0)
                {
                    yield return new IfRule(Branch(type, condition), then, @else);
                }
            }
        }
    }

    private IEnumerable<Rule> Alternatives(TypeRef type, SpecNode list, bool isExclusive)
    {
        List<EquatableArray<Rule>> branches = Branches(type, list);
        if (branches.Count == 1)
        {
            // The one branch left for this type says plainly what is wrong; as an alternative it could only say "no match".
            return branches[0];
        }

        if (isExclusive)
        {
            return branches.Count == 0 ? [] : [new OneOfRule([.. branches], ExpectedTexts.OneOf(list))];
        }

        return branches.All(branch => branch.Count > 0) && branches.Count > 0
            ? [new AnyOfRule([.. branches], ExpectedTexts.AnyOf(list))]
            : [];
    }

    /// <summary>The branches that leave room for a value of the type; a branch for another kind can never be the one.</summary>
    private List<EquatableArray<Rule>> Branches(TypeRef type, SpecNode list) => list.Items
        .Where(branch => Allows(SchemaView.Of(branch), type))
        .Select(branch => Branch(type, branch))
        .ToList();

    private EquatableArray<Rule> Branch(TypeRef type, SpecNode node) => Open(node, () => type.Kind == TypeKind.Model
        ? OfObject(shapes[type.Target], SchemaView.Of(node))
        : OfValue(type, SchemaView.Of(node), isOwn: false));
}
