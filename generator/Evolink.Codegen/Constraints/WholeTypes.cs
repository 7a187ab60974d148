using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>The generated types whose rules, and those of all types within them, say all that their schemas do.</summary>
internal sealed class WholeTypes(IReadOnlyDictionary<TypeId, TypeDraft> shapes, CancellationToken cancellationToken)
{
    private readonly Dictionary<TypeId, (bool IsWhole, IReadOnlyList<TypeId> Relied)> judged = [];

    /// <summary>What was found to be whole, with all within.</summary>
    private readonly HashSet<TypeId> whole = [];

    public bool Contains(TypeId id)
    {
        var seen = new HashSet<TypeId> { id };
        var open = new Stack<TypeId>(seen);
        while (open.Count > 0)
        {
            (bool isWhole, IReadOnlyList<TypeId> relied) = Judge(open.Pop());
            if (!isWhole)
            {
                return false;
            }

            foreach (TypeId next in relied.Where(next => !whole.Contains(next) && seen.Add(next)))
            {
                open.Push(next);
            }
        }

        whole.UnionWith(seen);
        return true;
    }

    private (bool IsWhole, IReadOnlyList<TypeId> Relied) Judge(TypeId id)
    {
        if (!judged.TryGetValue(id, out (bool IsWhole, IReadOnlyList<TypeId> Relied) result))
        {
            // What is found is reported where the type's rules are made to stay.
            judged[id] = result = new RuleBuilder(shapes, new SpecDiagnostics(""), isEvolink: false, wholeTypes: null, cancellationToken).Judge(shapes[id]);
        }

        return result;
    }
}
