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
        if (items.Count > 0 && Items(type.Element!, SchemaView.Of(items), isOwn) is { Count: > 0 } rules)
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

        foreach (SpecNode values in view.All("additionalProperties"))
        {
            if (values.Kind == SpecNodeKind.Object && !SchemaShapes.IsNever(values)
                && Items(type.Element!, SchemaView.Of(values), isOwn) is { Count: > 0 } rules)
            {
                yield return new EachValueRule(type.Element!, rules);
            }
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
