using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Parsing;

/// <summary>
/// A node of the positioned tree: a JSON value that knows where in the file it stands. It does not change once it is made,
/// but for its parent: a node belongs to the container that was made of it last.
/// </summary>
internal sealed class SpecNode
{
    private const int IndexedFrom = 9;

    private Dictionary<string, SpecNode>? _byName;

    private SpecNode(SpecNodeKind kind, int line, int column) => (Kind, Line, Column) = (kind, line, column);

    public SpecNodeKind Kind { get; }

    /// <summary>The line of the value's first character, from 1.</summary>
    public int Line { get; }

    /// <summary>The column of the value's first character in UTF-16 units, from 1.</summary>
    public int Column { get; }

    public SpecNode? Parent { get; private set; }

    /// <summary>The name of the member that this node is; null for an item and for the root.</summary>
    public string? Name { get; private set; }

    /// <summary>The place of an item in its array; -1 for a member and for the root.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The JSON pointer (RFC 6901) from the root to this node; empty for the root.</summary>
    public string Pointer => JsonPointer.Write(this);

    /// <summary>
    /// A string itself, a number as JSON number text with every digit that the file has, <c>true</c>, <c>false</c> or
    /// <c>null</c>; empty for objects and arrays.
    /// </summary>
    public string Text { get; private init; } = "";

    /// <summary>The members of an object in the order of the file; names are unique.</summary>
    public IReadOnlyList<SpecMember> Members { get; private init; } = [];

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<SpecNode> Items { get; private init; } = [];

    /// <summary>The value of the member of that name, or null.</summary>
    public SpecNode? this[string name]
    {
        get
        {
            if (Members.Count >= IndexedFrom)
            {
                _byName ??= Members.ToDictionary(member => member.Name, member => member.Value);
                return _byName.TryGetValue(name, out SpecNode? value) ? value : null;
            }

            // The most frequent question of all: an enumerator of an interface would be allocated for each.
            for (int index = 0; index < Members.Count; index++)
            {
                SpecMember member = Members[index];
                if (member.Name == name) return member.Value;
            }

            return null;
        }
    }

    public bool Has(string name) => this[name] is not null;

    /// <summary>The node that a JSON pointer leads to from here, or null.</summary>
    public SpecNode? At(string pointer) => JsonPointer.Find(this, pointer);

    /// <summary>Whether another node is the same value, wherever it stands, with its members in the same order.</summary>
    public bool SaysTheSame(SpecNode other)
    {
        if (Kind != other.Kind || Text != other.Text || Members.Count != other.Members.Count || Items.Count != other.Items.Count) return false;

        // The depth budget bounds this recursion.
        for (int index = 0; index < Members.Count; index++)
        {
            if (Members[index].Name != other.Members[index].Name || !Members[index].Value.SaysTheSame(other.Members[index].Value)) return false;
        }

        for (int index = 0; index < Items.Count; index++)
        {
            if (!Items[index].SaysTheSame(other.Items[index])) return false;
        }

        return true;
    }

    public static SpecNode Scalar(SpecNodeKind kind, int line, int column, string text) =>
        new(kind, line, column) { Text = text };

    public static SpecNode Array(int line, int column, IReadOnlyList<SpecNode> items)
    {
        var array = new SpecNode(SpecNodeKind.Array, line, column) { Items = items };
        for (int index = 0; index < items.Count; index++) items[index].BelongTo(array, null, index);
        return array;
    }

    /// <summary>Makes an object; the caller sees to it that no name comes twice.</summary>
    public static SpecNode Object(int line, int column, IReadOnlyList<SpecMember> members)
    {
        var @object = new SpecNode(SpecNodeKind.Object, line, column) { Members = members };
        foreach (SpecMember member in members) member.Value.BelongTo(@object, member.Name, -1);
        return @object;
    }

    /// <summary>Gives this node, which was made of others, the place of a member that its parent does not list.</summary>
    public SpecNode AsMemberOf(SpecNode parent, string name)
    {
        BelongTo(parent, name, -1);
        return this;
    }

    private void BelongTo(SpecNode parent, string? name, int index) => (Parent, Name, Index) = (parent, name, index);
}
