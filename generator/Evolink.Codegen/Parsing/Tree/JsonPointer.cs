using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Evolink.Codegen.Parsing;

/// <summary>JSON pointers (RFC 6901) to the nodes of a tree.</summary>
internal static class JsonPointer
{
    private const int UsualLength = 128;

    /// <summary>A member's name as it is written in a JSON pointer.</summary>
    public static string EscapeSegment(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The name that a segment of a JSON pointer stands for.</summary>
    public static string UnescapeSegment(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    /// <summary>The names on the way that a pointer leads; none for the root.</summary>
    public static IEnumerable<string> Split(string pointer) => pointer.Split('/').Skip(1).Select(UnescapeSegment);

    /// <summary>The pointer from the root of its tree to a node; empty for the root.</summary>
    public static string Write(SpecNode node) => node.Parent is null ? "" : Append(new StringBuilder(UsualLength), node).ToString();

    // The depth budget bounds this recursion.
    private static StringBuilder Append(StringBuilder pointer, SpecNode node) => node.Parent is not { } parent ? pointer
        : Append(pointer, parent).Append('/').Append(node.Name is { } name ? EscapeSegment(name) : node.Index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The node that a pointer leads to, or null. A pointer that starts with <c>#</c> is the fragment of a URI and percent-decoded.</summary>
    public static SpecNode? Find(SpecNode from, string pointer)
    {
        if (pointer.StartsWith("#", StringComparison.Ordinal)) pointer = Uri.UnescapeDataString(pointer.Substring(1));
        if (pointer.Length == 0) return from;
        if (pointer[0] != '/') return null;

        SpecNode node = from;
        foreach (string name in Split(pointer))
        {
            if (Child(node, name) is not { } child) return null;
            node = child;
        }

        return node;
    }

    private static SpecNode? Child(SpecNode node, string segment)
    {
        if (node.Kind != SpecNodeKind.Array) return node[segment];

        bool isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < node.Items.Count
            && (segment.Length == 1 || segment[0] != '0');
        return isIndex ? node.Items[index] : null;
    }
}
