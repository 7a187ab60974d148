using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>The generated types whose rules, and those of all types within them, say all that their schemas do.</summary>
internal sealed class WholeTypes(IReadOnlyDictionary<string, TypeShape> shapes, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, (bool IsWhole, IReadOnlyList<string> Relied)> judged = [];

    /// <summary>What was found to be whole, with all within.</summary>
    private readonly HashSet<string> whole = [];

    public bool Contains(string id)
    {
        var seen = new HashSet<string> { id };
        var open = new Stack<string>(seen);
        while (open.Count > 0)
        {
            (bool isWhole, IReadOnlyList<string> relied) = Judge(open.Pop());
            if (!isWhole)
            {
                return false;
            }

            foreach (string next in relied.Where(next => !whole.Contains(next) && seen.Add(next)))
            {
                open.Push(next);
            }
        }

        whole.UnionWith(seen);
        return true;
    }

    private (bool IsWhole, IReadOnlyList<string> Relied) Judge(string id)
    {
        if (!judged.TryGetValue(id, out (bool IsWhole, IReadOnlyList<string> Relied) result))
        {
            // What is found is reported where the type's rules are made to stay.
            judged[id] = result = new RuleBuilder(shapes, new ModelingDiagnostics(""), isEvolink: false, wholeTypes: null, cancellationToken).Judge(shapes[id]);
        }

        return result;
    }
}
