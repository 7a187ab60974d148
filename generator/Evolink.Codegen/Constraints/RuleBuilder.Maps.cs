using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    private IEnumerable<Constraint> OfMap(TypeRef type, SchemaView view, bool isOwn)
    {
        foreach ((Limit limit, int bound) in Counts(view, "minProperties", "maxProperties"))
        {
            yield return limit == Limit.Minimum ? new MinPropertiesConstraint(bound) : new MaxPropertiesConstraint(bound);
        }

        TypeRef value = type.Element!;
        var named = view.Properties().ToList();
        ReportUndecided(view, [.. named.Select(property => property.Key)]);
        foreach (string key in view.Required())
        {
            yield return new RequiredConstraint(key);
        }

        foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in named)
        {
            if (Held(value, SchemaView.Of(property.Value), isOwn: false) is { Count: > 0 } rules)
            {
                yield return new MapPropertyConstraint(property.Key, value, rules);
            }
        }

        foreach (Constraint rule in KeyDependencies(type, view).Concat(OfOthers(value, view, [.. named.Select(property => property.Key)], isOwn)))
        {
            yield return rule;
        }
    }

    private IEnumerable<Constraint> KeyDependencies(TypeRef type, SchemaView view)
    {
        foreach (SpecMember dependency in view.All("dependentRequired").SelectMany(node => node.Members))
        {
            EquatableArray<Constraint> then = [.. dependency.Value.Items.Select(item => new RequiredConstraint(item.Text))];
            yield return new IfConstraint([new RequiredConstraint(dependency.Name)], then, []);
        }

        foreach (SpecMember dependency in view.All("dependentSchemas").SelectMany(node => node.Members))
        {
            EquatableArray<Constraint> then = Branch(type, dependency.Value);
            yield return new IfConstraint([new RequiredConstraint(dependency.Name)], then, []);
        }
    }

    /// <summary>The rules of the members of a map, or of those of a record that have no name of their own.</summary>
    /// <param name="value">The type of the values.</param>
    /// <param name="view">The schema of the object.</param>
    /// <param name="named">The names in the map that <c>additionalProperties</c> does not speak of.</param>
    /// <param name="isOwn">Whether the type was made for this schema.</param>
    private IEnumerable<Constraint> OfOthers(TypeRef value, SchemaView view, EquatableArray<string> named, bool isOwn)
    {
        foreach (SpecNode names in view.All("propertyNames"))
        {
            if (Held(new TypeRef(TypeKind.String), SchemaView.Of(names), isOwn: false) is { Count: > 0 } keys)
            {
                yield return new PropertyNamesConstraint(keys);
            }
        }

        List<SpecMember> patterns = PropertySchemas.Patterns(view).Where(pattern => IsPattern(pattern.Name, pattern.Value)).ToList();
        EquatableArray<string> texts = [.. patterns.Select(pattern => pattern.Name).Distinct()];
        SpecNode? others = OthersOf(view, isOwn);
        bool isClosed = others is not null && SchemaShapes.IsNever(others);
        bool isOfPattern = isClosed && texts.Count == 1 && named.Count == 0;
        if (isClosed && (texts.Count > 0 || named.Count > 0))
        {
            yield return new PropertyNamesConstraint([KeyOf(named, texts)]);
        }

        foreach (SpecMember pattern in patterns)
        {
            if (Held(value, SchemaView.Of(pattern.Value), isOwn && isOfPattern) is { Count: > 0 } rules)
            {
                yield return isOfPattern ? new AdditionalPropertiesConstraint(value, rules) : new PatternPropertiesConstraint(pattern.Name, value, rules);
            }
        }

        if (!isClosed && others is { Kind: SpecNodeKind.Object } && Held(value, SchemaView.Of(others), isOwn && texts.Count == 0) is { Count: > 0 } rest)
        {
            yield return texts.Count + named.Count == 0 ? new AdditionalPropertiesConstraint(value, rest) : new AdditionalPropertiesConstraint(named, texts, value, rest);
        }
    }

    /// <summary>What a name of a closed map must be.</summary>
    private static Constraint KeyOf(EquatableArray<string> named, EquatableArray<string> patterns)
    {
        EquatableArray<Constraint> choices =
        [
            .. named.Count == 0 ? [] : new Constraint[] { new EnumConstraint([.. named.Select(name => new Literal(TypeKind.String, name))]) },
            .. patterns.Select(pattern => new PatternConstraint(pattern)),
        ];
        return choices.Count == 1
            ? choices[0]
            : new AnyOfConstraint([.. choices.Select(choice => new EquatableArray<Constraint>([choice]))], ExpectedTexts.Keys(named, patterns));
    }
}
