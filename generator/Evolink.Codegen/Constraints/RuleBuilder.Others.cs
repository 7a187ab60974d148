using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    private static readonly string[] NamingKeywords = ["properties", "patternProperties", "additionalProperties"];

    private readonly Dictionary<string, string?> patternProblems = [];

    /// <summary>The schema of the members that nothing else speaks of; null where there is none, or where which they are is not known.</summary>
    private SpecNode? OthersOf(SchemaView view, bool isOwn)
    {
        SpecNode? others = PropertySchemas.Others(view);
        if (others is not null && view.Parts.Count(part => NamingKeywords.Any(keyword => part[keyword] is not null)) > 1)
        {
            // Each part of an allOf has others of its own; seen as one, they have fewer.
            LeaveOut();
        }

        if (PropertySchemas.DependOnBranches(view))
        {
            LeaveOut();
            if (!isOwn || others is null)
            {
                // The record that was made for the schema has the members of all its branches; nothing else knows them.
                diagnostics.Unsupported(view.First("unevaluatedProperties")!, "'unevaluatedProperties' beside branches with members of their own", "it is not checked before a request is sent");
                return null;
            }
        }

        // A name that matches what is no pattern here may be none of the others.
        return PropertySchemas.Patterns(view).All(pattern => Problem(pattern.Name) is null) ? others : null;
    }

    /// <summary>Whether a text is a pattern; one that is none is reported where it stands, and left out.</summary>
    private bool IsPattern(string text, SpecNode place)
    {
        if (Problem(text) is not { } problem)
        {
            return true;
        }

        LeaveOut();
        diagnostics.InvalidPattern(place, problem);
        return false;
    }

    /// <summary>Why a text is no pattern; null where it is one. A pattern is met wherever its schema is.</summary>
    private string? Problem(string pattern)
    {
        if (!patternProblems.TryGetValue(pattern, out string? problem))
        {
            patternProblems.Add(pattern, problem = EcmaPatterns.Problem(pattern));
        }

        return problem;
    }
}
