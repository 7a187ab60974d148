using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>What a schema demands of the members of a map, or of those of a record that have no property.</summary>
internal static class UnnamedProperties
{
    private static readonly string[] s_namingKeywords = ["properties", "patternProperties", "additionalProperties"];

    /// <param name="value">The type of the values.</param>
    /// <param name="view">The schema of the object.</param>
    /// <param name="named">The names in the map that <c>additionalProperties</c> does not apply to.</param>
    /// <param name="isOwn">Whether the type was made for this schema.</param>
    /// <param name="builder">Builds the constraints of subschemas.</param>
    public static IEnumerable<ConstraintSet> Find(TypeRef value, SchemaView view, EquatableArray<string> named, bool isOwn, ConstraintBuilder builder)
    {
        foreach (SpecNode names in view.All("propertyNames"))
        {
            ConstraintSet keys = builder.Held(new TypeRef(TypeKind.String), SchemaView.From(names), isOwn: false);
            yield return keys.IsEmpty ? keys : keys.With(new PropertyNamesConstraint(keys.Constraints));
        }

        List<SpecMember> patterns = [];
        foreach (SpecMember pattern in PropertySchemas.Patterns(view))
        {
            if (builder.Patterns.IsPattern(pattern.Name, pattern.Value))
            {
                patterns.Add(pattern);
            }
            else
            {
                yield return ConstraintSet.Incomplete;
            }
        }

        EquatableArray<string> texts = [.. patterns.Select(pattern => pattern.Name).Distinct()];
        (SpecNode? others, bool isComplete) = Others(view, isOwn, builder);
        if (!isComplete)
        {
            yield return ConstraintSet.Incomplete;
        }

        bool isClosed = others is not null && BooleanSchemas.IsFalse(others);
        bool isOfPattern = isClosed && texts.Count == 1 && named.Count == 0;
        if (isClosed && (texts.Count > 0 || named.Count > 0))
        {
            yield return ConstraintSet.From(new PropertyNamesConstraint([NameIn(named, texts)]));
        }

        foreach (SpecMember pattern in patterns)
        {
            ConstraintSet set = builder.Held(value, SchemaView.From(pattern.Value), isOwn && isOfPattern);
            yield return set.IsEmpty ? set
                : set.With(isOfPattern ? new AdditionalPropertiesConstraint(value, set.Constraints) : new PatternPropertiesConstraint(pattern.Name, value, set.Constraints));
        }

        if (!isClosed && others is { Kind: SpecNodeKind.Object })
        {
            ConstraintSet rest = builder.Held(value, SchemaView.From(others), isOwn && texts.Count == 0);
            yield return rest.IsEmpty ? rest : rest.With(new AdditionalPropertiesConstraint(named, texts, value, rest.Constraints));
        }
    }

    /// <summary>The schema of the members that nothing else is about; null where there is none, or where it is not known which they are.</summary>
    public static (SpecNode? Schema, bool IsComplete) Others(SchemaView view, bool isOwn, ConstraintBuilder builder)
    {
        SpecNode? others = PropertySchemas.Others(view);
        // Each part of an allOf has others of its own; seen as one, they have fewer.
        bool isComplete = others is null || view.Parts.Count(part => s_namingKeywords.Any(keyword => part[keyword] is not null)) <= 1;
        if (PropertySchemas.DependOnSubschemas(view))
        {
            isComplete = false;
            if (!isOwn || others is null)
            {
                // The record that was made for the schema has the members of all its branches; nothing else knows them.
                builder.Diagnostics.NotChecked(view.First("unevaluatedProperties")!, "'unevaluatedProperties' beside branches with members of their own");
                return (null, isComplete);
            }
        }

        // A name that matches what is no pattern here may be none of the others.
        return (PropertySchemas.Patterns(view).All(pattern => builder.Patterns.Problem(pattern.Name) is null) ? others : null, isComplete);
    }

    /// <summary>What a name of a closed map must be.</summary>
    private static Constraint NameIn(EquatableArray<string> named, EquatableArray<string> patterns)
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
