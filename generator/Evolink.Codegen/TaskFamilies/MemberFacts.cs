using System;
using System.Collections.Generic;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>Walks through the members of a response. How a schema is read is the caller's: the generator and the simulator each have their own way.</summary>
internal static class MemberFacts
{
    /// <summary>How deep members are looked into where pointers may lead to any of them.</summary>
    public const int Deepest = 3;

    private const int MostMembers = 256;

    /// <summary>The members of a response and of the objects in it, each before those that it holds.</summary>
    /// <param name="response">The schema of the response.</param>
    /// <param name="depth">How deep to go; 1 for its own members.</param>
    /// <param name="properties">The members of a schema that are wanted.</param>
    /// <param name="describe">What is known of a member, by its pointer and its schema.</param>
    public static EquatableArray<MemberFact> Collect<TSchema>(
        TSchema response, int depth, Func<TSchema, IEnumerable<(string Name, TSchema Schema)>> properties, Func<string, TSchema, MemberFact> describe)
    {
        var found = new List<MemberFact>();
        Add(response, "", depth);
        return found.ToEquatableArray();

        void Add(TSchema schema, string holder, int left)
        {
            foreach ((string name, TSchema member) in properties(schema))
            {
                if (found.Count >= MostMembers)
                {
                    return;
                }

                string pointer = $"{holder}/{JsonPointer.EscapeSegment(name)}";
                found.Add(describe(pointer, member));
                if (left > 1)
                {
                    Add(member, pointer, left - 1);
                }
            }
        }
    }
}
