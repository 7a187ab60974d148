using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A schema of objects, with the conditions under which an object is of it; none where any is that is of no schema before.</summary>
internal sealed record TestedSchema(SpecNode Schema, IReadOnlyList<MemberCondition> Conditions);

/// <summary>
/// Finds the members by which objects of several schemas are told apart, so that reading never has to try. Wherever it can be,
/// each schema is told from all others, so that an object that nobody knows yet is of none of them.
/// </summary>
internal static class ObjectTests
{
    /// <summary>How many pairs of schemas are compared member by member.</summary>
    private const int MostPairs = 4096;

    /// <summary>The schemas in the order in which they are asked; null where nothing tells them apart.</summary>
    /// <param name="candidates">The schemas.</param>
    /// <param name="discriminator">The member by which the objects say of which schema they are; null where none is named.</param>
    public static IReadOnlyList<TestedSchema>? Find(IReadOnlyList<ObjectCandidate> candidates, string? discriminator)
    {
        var tested = new List<TestedSchema>();
        string[] tags = [.. Tags(candidates, discriminator)];
        List<ObjectCandidate> left = TestAgainstAll(candidates, discriminator, tags, tested);
        var members = new MemberCounts(left);
        while (left.Count > 1)
        {
            (ObjectCandidate? next, IReadOnlyList<MemberCondition>? conditions) = left.Select(candidate => (candidate, Separate(candidate, left, members, discriminator)))
                .FirstOrDefault(found => found.Item2 is not null);
            if (next is null)
            {
                return null;
            }

            tested.Add(new TestedSchema(next.Schema, Complete(next, conditions!, tags)));
            left.Remove(next);
            members.Remove(next);
        }

        if (left.Count == 1)
        {
            // Told from the others by theirs alone; it is known by what it demands itself, where it demands anything.
            IReadOnlyList<MemberCondition> own = Complete(left[0], [], tags);
            tested.Add(new TestedSchema(left[0].Schema, own.Any(condition => !condition.MayBeAbsent) ? own : [.. own, .. left[0].Conditions(discriminator).Take(1)]));
        }

        return tested;
    }

    /// <summary>Adds the schemas that are told from all others at once, and returns those that are not.</summary>
    private static List<ObjectCandidate> TestAgainstAll(IReadOnlyList<ObjectCandidate> candidates, string? discriminator, string[] tags, List<TestedSchema> tested)
    {
        var members = new MemberCounts(candidates);
        var left = new List<ObjectCandidate>();
        foreach (ObjectCandidate candidate in candidates)
        {
            if (Separate(candidate, candidates, members, discriminator) is { } conditions)
            {
                tested.Add(new TestedSchema(candidate.Schema, Complete(candidate, conditions, tags)));
            }
            else
            {
                left.Add(candidate);
            }
        }

        return left;
    }

    /// <summary>The members that every schema fixes, not all to one value: whichever of them decides, an object has to agree in all.</summary>
    private static IEnumerable<string> Tags(IReadOnlyList<ObjectCandidate> candidates, string? discriminator)
    {
        IEnumerable<string> fixedByAll = candidates[0].Members.Keys.Where(member =>
            candidates.All(candidate => candidate.Fixes(member)) && candidates.Any(candidate => candidate.Members[member][0] != candidates[0].Members[member][0]));
        return discriminator is null ? fixedByAll : fixedByAll.Where(member => member != discriminator).Prepend(discriminator);
    }

    private static IReadOnlyList<MemberCondition> Complete(ObjectCandidate candidate, IReadOnlyList<MemberCondition> conditions, string[] tags) =>
    [
        .. tags.Where(tag => conditions.All(condition => condition.JsonName != tag) && candidate.Members.TryGetValue(tag, out IReadOnlyList<DiscriminatorValue>? values) && values.Count > 0)
            .Select(tag => new MemberCondition(tag, candidate.Members[tag], MayBeAbsent: !candidate.Requires(tag))),
        .. conditions,
    ];

    /// <summary>One condition that no other schema's objects meet, else several that none meets all of; null where there are none.</summary>
    private static IReadOnlyList<MemberCondition>? Separate(ObjectCandidate candidate, IReadOnlyList<ObjectCandidate> all, MemberCounts members, string? discriminator)
    {
        if (candidate.Conditions(discriminator).FirstOrDefault(members.IsOfOne) is { } only)
        {
            return [only];
        }

        return all.Count * all.Count <= MostPairs ? Several(candidate, [.. all.Where(other => other != candidate)], discriminator) : null;
    }

    private static IReadOnlyList<MemberCondition>? Several(ObjectCandidate candidate, List<ObjectCandidate> others, string? discriminator)
    {
        var conditions = new List<MemberCondition>();
        foreach (MemberCondition condition in candidate.Conditions(discriminator))
        {
            if (others.RemoveAll(other => other.Excludes(condition)) > 0)
            {
                conditions.Add(condition);
            }
        }

        return others.Count == 0 ? conditions : null;
    }

    /// <summary>How many of the schemas that are left have a member, list its values, and list a value.</summary>
    private sealed class MemberCounts
    {
        private readonly Dictionary<string, int> _having = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _listing = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Name, DiscriminatorValue Value), int> _listingValue = [];

        public MemberCounts(IEnumerable<ObjectCandidate> candidates)
        {
            foreach (ObjectCandidate candidate in candidates)
            {
                Add(candidate, 1);
            }
        }

        public void Remove(ObjectCandidate candidate) => Add(candidate, -1);

        /// <summary>Whether the objects of one schema alone can meet a condition that it was made for.</summary>
        public bool IsOfOne(MemberCondition condition) => _having[condition.JsonName] == 1
            || (condition.Values.Count > 0 && _listing[condition.JsonName] == _having[condition.JsonName] && condition.Values.All(value => _listingValue[(condition.JsonName, value)] == 1));

        private void Add(ObjectCandidate candidate, int difference)
        {
            foreach (KeyValuePair<string, IReadOnlyList<DiscriminatorValue>> member in candidate.Members)
            {
                Count(_having, member.Key, difference);
                Count(_listing, member.Key, member.Value.Count > 0 ? difference : 0);
                foreach (DiscriminatorValue value in member.Value)
                {
                    Count(_listingValue, (member.Key, value), difference);
                }
            }
        }

        private static void Count<T>(Dictionary<T, int> counts, T key, int difference) =>
            counts[key] = (counts.TryGetValue(key, out int count) ? count : 0) + difference;
    }
}
