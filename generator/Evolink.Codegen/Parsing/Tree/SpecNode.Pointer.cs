using System;
using System.Collections.Generic;
using System.Globalization;

namespace Evolink.Codegen.Parsing;

internal sealed partial class SpecNode
{
    private int _index;

    /// <summary>The name of the member that this node is; null for an item and for the root.</summary>
    public string? Name { get; private set; }

    /// <summary>The JSON pointer (RFC 6901) from the root to this node; empty for the root.</summary>
    public string Pointer
    {
        get
        {
            var segments = new List<string>();
            for (var node = this; node.Parent is not null; node = node.Parent)
            {
                segments.Add(node.Name is { } name ? EscapeSegment(name) : node._index.ToString(CultureInfo.InvariantCulture));
            }

            segments.Reverse();
            return segments.Count == 0 ? "" : "/" + string.Join("/", segments);
        }
    }

    /// <summary>A member's name as it is written in a JSON pointer.</summary>
    public static string EscapeSegment(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>
    /// The node that a JSON pointer leads to from here, or null. A pointer that starts with <c>#</c> is the fragment of a
    /// URI and percent-decoded.
    /// </summary>
    public SpecNode? At(string pointer)
    {
        if (pointer.StartsWith("#", StringComparison.Ordinal)) pointer = Uri.UnescapeDataString(pointer.Substring(1));
        if (pointer.Length == 0) return this;
        if (pointer[0] != '/') return null;

        var node = this;
        foreach (var segment in pointer.Substring(1).Split('/'))
        {
            node = node.Child(segment.Replace("~1", "/").Replace("~0", "~"));
            if (node is null) return null;
        }

        return node;
    }

    private SpecNode? Child(string segment)
    {
        if (Kind != SpecNodeKind.Array) return this[segment];

        var isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < Items.Count
            && (segment.Length == 1 || segment[0] != '0');
        return isIndex ? Items[index] : null;
    }

    /// <summary>Gives this node, which was made of others, the place of a member that its parent does not list.</summary>
    public SpecNode AsMemberOf(SpecNode parent, string name)
    {
        BelongTo(parent, name, -1);
        return this;
    }

    private void BelongTo(SpecNode parent, string? name, int index) => (Parent, Name, _index) = (parent, name, index);
}
