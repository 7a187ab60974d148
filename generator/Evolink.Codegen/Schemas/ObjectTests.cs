using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Schemas;

/// <summary>How an object of one schema is told from those of others: it has a member, or a member with this value.</summary>
/// <param name="JsonName">The member.</param>
/// <param name="Value">The value it must have; null where its presence is enough.</param>
internal sealed record ObjectTest(string JsonName, Literal? Value);

/// <summary>Finds the members by which objects of several schemas are told apart, so that reading never has to try.</summary>
internal static class ObjectTests
{
    /// <summary>A test for each schema but the last, in the order in which they are asked; null where no tests tell them apart.</summary>
    public static IReadOnlyList<(SpecNode Schema, ObjectTest? Test)>? Of(IReadOnlyList<SpecNode> schemas)
    {
        var tests = new List<(SpecNode, ObjectTest?)>();
        List<Candidate> left = [.. schemas.Select(schema => new Candidate(schema))];
        var members = new MemberCounts(left);
        while (left.Count > 1)
        {
            (Candidate? next, ObjectTest? test) = left.Select(candidate => (candidate, members.TestFor(candidate))).FirstOrDefault(found => found.Item2 is not null);
            if (next is null)
            {
                return null;
            }

            tests.Add((next.Schema, test));
            left.Remove(next);
            members.Remove(next);
        }

        tests.Add((left[0].Schema, null));
        return tests;
    }

    /// <summary>The members that a schema describes, each with the one value that it may have; null where it may have several.</summary>
    private static Dictionary<string, Literal?> Constants(SchemaView schema) => schema.Properties().ToDictionary(
        property => property.Key,
        property => SchemaValues.Of(SchemaView.Of(property.Value)) is { Count: 1 } values ? Tags.Of(values[0]) : null);

    /// <summary>A schema with its members, each with the one value that it may have, where it is fixed.</summary>
    private sealed class Candidate(SpecNode schema)
    {
        public SpecNode Schema => schema;

        public Dictionary<string, Literal?> Members { get; } = Constants(SchemaView.Of(schema));

        public HashSet<string> Required { get; } = SchemaView.Of(schema).Required();
    }

    /// <summary>How many of the schemas that are left have a member, fix it, and fix it to a value.</summary>
    private sealed class MemberCounts
    {
        private readonly Dictionary<string, int> having = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> fixing = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Name, Literal Value), int> fixingTo = [];
        private int left;

        public MemberCounts(IEnumerable<Candidate> candidates)
        {
            foreach (Candidate candidate in candidates)
            {
                Add(candidate, 1);
            }
        }

        public void Remove(Candidate candidate) => Add(candidate, -1);

        /// <summary>A member that no other has, or that all others fix to something else.</summary>
        public ObjectTest? TestFor(Candidate candidate)
        {
            foreach (KeyValuePair<string, Literal?> member in candidate.Members.Where(member => candidate.Required.Contains(member.Key)))
            {
                if (having[member.Key] == 1)
                {
                    return new ObjectTest(member.Key, null);
                }

                if (member.Value is { } value && fixing[member.Key] == left && fixingTo[(member.Key, value)] == 1)
                {
                    return new ObjectTest(member.Key, value);
                }
            }

            return null;
        }

        private void Add(Candidate candidate, int difference)
        {
            left += difference;
            foreach (KeyValuePair<string, Literal?> member in candidate.Members)
            {
                Count(having, member.Key, difference);
                if (member.Value is { } value)
                {
                    Count(fixing, member.Key, difference);
                    Count(fixingTo, (member.Key, value), difference);
                }
            }
        }

        private static void Count<T>(Dictionary<T, int> counts, T key, int difference) =>
            counts[key] = (counts.TryGetValue(key, out int count) ? count : 0) + difference;
    }
}
