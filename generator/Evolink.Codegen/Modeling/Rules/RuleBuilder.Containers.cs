using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Rules;

internal sealed partial class RuleBuilder
{
    private IEnumerable<Rule> OfList(TypeRef type, SchemaView view, bool isOwn)
    {
        foreach ((Limit limit, int bound) in Counts(view, "minItems", "maxItems"))
        {
            yield return new CountRule(limit, bound, CountsItems: true);
        }

        if (view.IsTrue("uniqueItems"))
        {
            yield return new UniqueItemsRule();
        }

        List<SpecNode> items = view.All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList();
        if (items.Count > 0 && view.First("prefixItems") is null && Items(type.Element!, SchemaView.Of(items), isOwn) is { Count: > 0 } rules)
        {
            yield return new EachItemRule(type.Element!, rules);
        }
    }

    private IEnumerable<Rule> OfMap(TypeRef type, SchemaView view, bool isOwn)
    {
        foreach ((Limit limit, int bound) in Counts(view, "minProperties", "maxProperties"))
        {
            yield return new CountRule(limit, bound, CountsItems: false);
        }

        foreach (SpecNode names in view.All("propertyNames"))
        {
            if (Open(names, () => OfValue(new TypeRef(TypeKind.String), SchemaView.Of(names), isOwn: false)) is { Count: > 0 } keys)
            {
                yield return new EachKeyRule(keys);
            }
        }

        foreach (Rule rule in OfPatterns(type, view, isOwn))
        {
            yield return rule;
        }

        foreach (SpecNode values in view.All("additionalProperties"))
        {
            if (values.Kind == SpecNodeKind.Object && !SchemaShapes.IsNever(values)
                && Items(type.Element!, SchemaView.Of(values), isOwn) is { Count: > 0 } rules)
            {
                yield return new EachValueRule(type.Element!, rules);
            }
        }
    }

    /// <summary>A map whose names must match one pattern, and whose values are of one schema.</summary>
    private IEnumerable<Rule> OfPatterns(TypeRef type, SchemaView view, bool isOwn)
    {
        if (view.First("patternProperties") is not { Members.Count: 1 } patterns
            || view.First("additionalProperties") is not { } others || !SchemaShapes.IsNever(others))
        {
            yield break;
        }

        SpecMember only = patterns.Members[0];
        if (EcmaPatterns.Problem(only.Name) is { } problem)
        {
            diagnostics.InvalidPattern(only.Value, problem);
            yield break;
        }

        yield return new EachKeyRule([new PatternRule(only.Name)]);
        if (Items(type.Element!, SchemaView.Of(only.Value), isOwn) is { Count: > 0 } rules)
        {
            yield return new EachValueRule(type.Element!, rules);
        }
    }

    private EquatableArray<Rule> Items(TypeRef item, SchemaView view, bool isOwn)
    {
        IEnumerable<Rule> rules = Open(view.Origin, () => OfValue(item, view, isOwn));
        return [.. isOwn && !item.IsValueType && !item.IsNullable ? [new NotNullRule(), .. rules] : rules];
    }

    /// <summary>Follows a schema unless it is already being followed.</summary>
    private EquatableArray<Rule> Open(SpecNode node, System.Func<EquatableArray<Rule>> rules)
    {
        if (++work == MostWork || (open.Count == MostNested && work < MostWork))
        {
            diagnostics.Unsupported(node, $"a schema of more than {MostNested} restrictions within each other, or of {MostWork} in all,", "what goes beyond is not checked");
        }

        if (work >= MostWork || open.Count >= MostNested || !open.Add(node))
        {
            return [];
        }

        EquatableArray<Rule> result = rules();
        open.Remove(node);
        return result;
    }
}
