using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Schemas;

/// <summary>How an object of one schema is told from those of others: it has a member, or a member with this value.</summary>
/// <param name="JsonName">The member.</param>
/// <param name="Value">The value it must have; null where its presence is enough.</param>
internal sealed record ObjectTest(string JsonName, string? Value);

/// <summary>Finds the members by which objects of several schemas are told apart, so that reading never has to try.</summary>
internal static class ObjectTests
{
    /// <summary>A test for each schema but the last, in the order in which they are asked; null where no tests tell them apart.</summary>
    public static IReadOnlyList<(SpecNode Schema, ObjectTest? Test)>? Of(IReadOnlyList<SpecNode> schemas)
    {
        var tests = new List<(SpecNode, ObjectTest?)>();
        List<SpecNode> left = [.. schemas];
        while (left.Count > 1)
        {
            (SpecNode Schema, ObjectTest Test)? next = left
                .Select(schema => (schema, Test: TestFor(schema, left)))
                .Where(candidate => candidate.Test is not null)
                .Select(candidate => ((SpecNode, ObjectTest)?)(candidate.schema, candidate.Test!))
                .FirstOrDefault();
            if (next is not { } found)
            {
                return null;
            }

            tests.Add((found.Schema, found.Test));
            left.Remove(found.Schema);
        }

        tests.Add((left[0], null));
        return tests;
    }

    private static ObjectTest? TestFor(SpecNode schema, List<SpecNode> all)
    {
        List<SchemaView> others = all.Where(other => !ReferenceEquals(other, schema)).Select(SchemaView.Of).ToList();
        SchemaView view = SchemaView.Of(schema);
        HashSet<string> required = view.Required();
        foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in view.Properties().Where(property => required.Contains(property.Key)))
        {
            if (others.All(other => other.Properties().All(item => item.Key != property.Key)))
            {
                return new ObjectTest(property.Key, null);
            }

            // A constant tells only where all of the others fix the same member to something else.
            if (Constant(property.Value) is { } value && others.All(other => Constant(other, property.Key) is { } theirs && theirs != value))
            {
                return new ObjectTest(property.Key, value);
            }
        }

        return null;
    }

    private static string? Constant(SchemaView view, string property) =>
        view.Properties().FirstOrDefault(item => item.Key == property).Value is { } nodes ? Constant(nodes) : null;

    private static string? Constant(IReadOnlyList<SpecNode> nodes) =>
        SchemaValues.Of(SchemaView.Of(nodes)) is { Count: 1 } values && values[0].Kind == SpecNodeKind.String ? values[0].Text : null;
}
