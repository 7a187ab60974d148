using System;
using System.Collections.Generic;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Types that turned out to be the same: which one stays, and which pairs still have to be merged.</summary>
internal sealed class TypeAliases
{
    private readonly Dictionary<TypeId, TypeId> _kept = [];
    private readonly Queue<(TypeId Kept, TypeId Dropped)> _pending = new();

    public TypeId Resolve(TypeId id)
    {
        while (_kept.TryGetValue(id, out TypeId next))
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
        _kept.Add(ids[1], ids[0]);
        _pending.Enqueue((ids[0], ids[1]));
        return ids[0];
    }

    public bool TryTakePending(out TypeId keptId, out TypeId droppedId)
    {
        (keptId, droppedId) = (default, default);
        if (_pending.Count == 0)
        {
            return false;
        }

        (keptId, droppedId) = _pending.Dequeue();
        keptId = Resolve(keptId);
        return true;
    }
}
