using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;

namespace Evolink.Codegen.Modeling.Rules;

internal sealed partial class RuleBuilder
{
    /// <summary>The rules of one variant of a union: its own schema's, those that stand beside the branches, and that it is no other.</summary>
    public EquatableArray<Rule> OfVariant(TypeShape union, VariantShape variant)
    {
        work = 0;
        EquatableArray<Rule> own = OfValue(variant.Type, variant.View, isOwn: true);
        bool hasMore = !ReferenceEquals(variant.View, union.View) && union.View.Parts.Any(part => part.Members.Any(member => !IsBranching(member.Name)));
        IEnumerable<Rule> beside = hasMore ? OfValue(variant.Type, union.View, isOwn: false) : [];
        return [.. own.Concat(beside).Distinct(), .. hasMore ? [] : NoOtherThan(union, variant)];
    }

    private static bool IsBranching(string keyword) =>
        keyword is "oneOf" or "anyOf" or "type" or "discriminator" or "$defs" or "definitions" || SchemaView.IsAnnotation(keyword);

    /// <summary>
    /// An object that has what another branch of oneOf asks for is of both. Only a branch that asks for a member of its own is
    /// held against it: one that takes any object would leave no valid value.
    /// </summary>
    private IEnumerable<Rule> NoOtherThan(TypeShape union, VariantShape variant)
    {
        if (variant.Type.Kind != TypeKind.Model || union.View.First("oneOf") is null)
        {
            yield break;
        }

        var names = new HashSet<string>(variant.View.Properties().Select(property => property.Key));
        foreach (VariantShape other in union.Variants.Where(other => other.Kind == JsonKinds.Object && !ReferenceEquals(other, variant)))
        {
            List<string> foreign = other.View.Required().Where(name => !names.Contains(name)).ToList();
            (int, int) mark = Mark();
            EquatableArray<Rule> rules = foreign.Count > 0 ? Branch(variant.Type, other.View.Origin) : [];
            if (!IsWhole(mark))
            {
                ReportPartly(union.View.First("oneOf")!, "oneOf", "more than one of its branches may hold");
            }
            else if (foreign.Count == 0)
            {
                LeaveOut();
            }
            else
            {
                yield return new NotRule(rules, $"one of several objects: no {string.Join(" with ", foreign)} here");
            }
        }
    }
}
