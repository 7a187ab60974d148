using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>Finds the types whose constraints, or those of a type within them, do not say all that their schemas do.</summary>
internal static class IncompleteTypes
{
    public static HashSet<TypeId> Among(IReadOnlyDictionary<TypeId, ConstraintSet> types)
    {
        ILookup<TypeId, TypeId> usedBy = types.SelectMany(type => type.Value.DependsOn.Select(used => (Used: used, By: type.Key)))
            .ToLookup(edge => edge.Used, edge => edge.By);
        var found = new HashSet<TypeId>(types.Where(type => !type.Value.IsComplete).Select(type => type.Key));
        var open = new Stack<TypeId>(found);
        while (open.Count > 0)
        {
            foreach (TypeId by in usedBy[open.Pop()].Where(found.Add))
            {
                open.Push(by);
            }
        }

        return found;
    }
}
