using System;
using System.Collections.Generic;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Types that turned out to be the same: which one stays, and which pairs still have to be merged.</summary>
internal sealed class TypeAliases
{
    private readonly Dictionary<TypeId, TypeId> kept = [];
    private readonly Queue<(TypeId Kept, TypeId Dropped)> pending = new();

    public TypeId Resolve(TypeId id)
    {
        while (kept.TryGetValue(id, out TypeId next))
        {
            id = next;
        }

        return id;
    }

    /// <summary>Makes two types one. A named schema stays rather than an inline one, then the ordinally first.</summary>
    public TypeId Join(TypeId left, TypeId right)
    {
        TypeId[] ids = [Resolve(left), Resolve(right)];
        if (ids[0] == ids[1])
        {
            return ids[0];
        }

        Array.Sort(ids, (a, b) => a.IsInline != b.IsInline ? a.IsInline.CompareTo(b.IsInline) : string.CompareOrdinal(a.Value, b.Value));
        kept.Add(ids[1], ids[0]);
        pending.Enqueue((ids[0], ids[1]));
        return ids[0];
    }

    public bool TryTakePending(out TypeId keptId, out TypeId droppedId)
    {
        (keptId, droppedId) = (default, default);
        if (pending.Count == 0)
        {
            return false;
        }

        (keptId, droppedId) = pending.Dequeue();
        keptId = Resolve(keptId);
        return true;
    }
}
