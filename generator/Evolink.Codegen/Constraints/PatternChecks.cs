using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Constraints;

/// <summary>Looks at patterns before they are emitted. A pattern is met wherever its schema is, and looked at once.</summary>
internal sealed class PatternChecks(SpecDiagnostics diagnostics)
{
    private readonly Dictionary<string, string?> _problems = [];

    /// <summary>The schemas of patterns that could not be held against a name; each is reported once.</summary>
    private readonly HashSet<SpecNode> _undecided = [];

    /// <summary>Whether a text is a pattern; one that is none is reported where it stands.</summary>
    public bool IsPattern(string text, SpecNode place)
    {
        if (Problem(text) is not { } problem)
        {
            return true;
        }

        diagnostics.InvalidPattern(place, problem);
        return false;
    }

    /// <summary>Why a text is no pattern; null where it is one.</summary>
    public string? Problem(string pattern)
    {
        if (!_problems.TryGetValue(pattern, out string? problem))
        {
            _problems.Add(pattern, problem = EcmaPatterns.Problem(pattern));
        }

        return problem;
    }

    /// <summary>
    /// A pattern beside members of a name is held against the names when the constraints are made; one that cannot be is not
    /// checked for them. Whether there is one.
    /// </summary>
    public bool ReportUndecided(SchemaView view, IReadOnlyCollection<string> names)
    {
        List<(string Name, SpecMember Pattern)> found = PropertySchemas.Undecided(view, names).ToList();
        foreach ((string name, SpecMember pattern) in found.Where(one => _undecided.Add(one.Pattern.Value) && Problem(one.Pattern.Name) is null))
        {
            diagnostics.Unsupported(pattern.Value, $"the pattern '{pattern.Name}' where the member '{name}' has a property of its own", "it is taken not to match that name");
        }

        return found.Count > 0;
    }
}
