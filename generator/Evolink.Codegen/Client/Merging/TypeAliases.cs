using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Types that turned out to be the same: which one stays, and which pairs still have to be united.</summary>
internal sealed class TypeAliases
{
    private readonly Dictionary<string, string> kept = new(StringComparer.Ordinal);
    private readonly Queue<(string Kept, string Dropped)> pending = new();

    public string Resolve(string id)
    {
        while (kept.TryGetValue(id, out string? next))
        {
            id = next;
        }

        return id;
    }

    /// <summary>Makes two types one. A named schema stays rather than an inline one, then the ordinally first.</summary>
    public string Join(string left, string right)
    {
        string[] ids = [Resolve(left), Resolve(right)];
        if (ids[0] == ids[1])
        {
            return ids[0];
        }

        Array.Sort(ids, (a, b) => IsInline(a) != IsInline(b) ? IsInline(a).CompareTo(IsInline(b)) : string.CompareOrdinal(a, b));
        kept.Add(ids[1], ids[0]);
        pending.Enqueue((ids[0], ids[1]));
        return ids[0];
    }

    public bool TryTakePending(out string keptId, out string droppedId)
    {
        (keptId, droppedId) = pending.Count > 0 ? pending.Dequeue() : ("", "");
        keptId = Resolve(keptId);
        return droppedId.Length > 0;
    }

    /// <summary>Component names hold no slash; ids of inline schemas are made with one.</summary>
    public static bool IsInline(string id) => id.Contains('/');
}
