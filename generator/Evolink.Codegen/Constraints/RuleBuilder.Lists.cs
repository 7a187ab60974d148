using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    private IEnumerable<Constraint> OfList(TypeRef type, SchemaView view, bool isOwn)
    {
        foreach ((Limit limit, int bound) in Counts(view, "minItems", "maxItems"))
        {
            yield return limit == Limit.Minimum ? new MinItemsConstraint(bound) : new MaxItemsConstraint(bound);
        }

        if (view.IsTrue("uniqueItems"))
        {
            yield return new UniqueItemsConstraint();
        }

        TypeRef item = type.Element!;
        foreach (Constraint rule in view.First("prefixItems") is null ? OfItems(item, view, isOwn) : view.Parts.SelectMany(part => OfPositions(item, part)))
        {
            yield return rule;
        }

        foreach (SpecNode part in view.Parts)
        {
            if (part["contains"] is { } wanted)
            {
                int minimum = part["minContains"] is { } least ? Count(least) : 1;
                int? maximum = part["maxContains"] is { } most && Count(most) < int.MaxValue ? Count(most) : null;
                (int, int) mark = Mark();
                EquatableArray<Constraint> rules = minimum > 0 || maximum is not null ? Held(item, SchemaView.Of(wanted), isOwn: false) : [];
                if (maximum is not null && !IsWhole(mark))
                {
                    maximum = null;
                    ReportPartly(part["maxContains"]!, "maxContains");
                }

                if (minimum > 0 || maximum is not null)
                {
                    yield return new ContainsConstraint(minimum, maximum, ExpectedTexts.Contains(wanted), item.IsNullable && SchemaKinds.AllowsNull(SchemaView.Of(wanted)), item, rules);
                }
            }
        }
    }

    private IEnumerable<Constraint> OfItems(TypeRef item, SchemaView view, bool isOwn)
    {
        List<SpecNode> items = view.All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList();
        if (items.Any(SchemaShapes.IsNever))
        {
            yield return new MaxItemsConstraint(0);
        }
        else if (items.Count > 0 && Held(item, SchemaView.Of(items), isOwn) is { Count: > 0 } rules)
        {
            yield return new ItemsConstraint(item, rules);
        }
    }

    /// <summary>A tuple: each of the first items has a schema of its own, and <c>items</c> speaks of the rest.</summary>
    private IEnumerable<Constraint> OfPositions(TypeRef item, SpecNode part)
    {
        IReadOnlyList<SpecNode> positions = part["prefixItems"]?.Items ?? [];
        for (int i = 0; i < positions.Count; i++)
        {
            if (Held(item, SchemaView.Of(positions[i]), isOwn: false) is { Count: > 0 } rules)
            {
                yield return new PrefixItemConstraint(i, item, rules);
            }
        }

        if (part["items"] is not { Kind: SpecNodeKind.Object } rest)
        {
            yield break;
        }

        if (SchemaShapes.IsNever(rest))
        {
            yield return new MaxItemsConstraint(positions.Count);
        }
        else if (Held(item, SchemaView.Of(rest), isOwn: false) is { Count: > 0 } rules)
        {
            yield return new ItemsConstraint(item, rules, First: positions.Count);
        }
    }

    /// <summary>The rules of an item or of a map's value.</summary>
    private EquatableArray<Constraint> Held(TypeRef item, SchemaView view, bool isOwn)
    {
        if (item.Kind == TypeKind.Json && open.Contains(view.Origin) && repeated.Add(view.Origin))
        {
            diagnostics.Unsupported(view.Origin, "a schema that contains itself where values are kept as JSON", "they are checked once, not at every level");
        }

        IEnumerable<Constraint> rules = Open(view.Origin, () => OfValue(item, view, isOwn));
        return [.. isOwn && !item.IsValueType && !item.IsNullable ? [new NotNullConstraint(), .. rules] : rules];
    }
}
