using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Parsing;

/// <summary>An object or array whose end has not come yet.</summary>
internal sealed class OpenContainer(SpecNodeKind kind, int line, int column)
{
    private const int IndexedFrom = 9;

    private readonly List<SpecMember> _members = [];
    private readonly List<SpecNode> _items = [];
    private readonly List<SpecNode> _merged = [];

    /// <summary>The lines of all names, once there are so many that looking through the members takes longer.</summary>
    private Dictionary<string, int>? _lines;

    /// <summary>The name that merges, which becomes no member; null where there is none.</summary>
    private (string Text, int Line)? _mergeName;
    private (string Text, int Line, int Column, bool IsRepeated, bool IsMerge)? _name;

    public SpecNodeKind Kind => kind;

    public int Line => line;

    public int Column => column;

    public bool HasName => _name is not null;

    /// <summary>Names the next member. False, and the line of the first, if the name is taken: the value is then ignored.</summary>
    /// <param name="name">The name.</param>
    /// <param name="nameLine">Its line.</param>
    /// <param name="nameColumn">Its column.</param>
    /// <param name="isMerge">Whether it is YAML's <c>&lt;&lt;</c>: the members of its value are added where this object has none of their name.</param>
    /// <param name="firstLine">The line of the first member of that name.</param>
    public bool TryName(string name, int nameLine, int nameColumn, bool isMerge, out int firstLine)
    {
        bool isNew = TryRemember(name, nameLine, out firstLine);
        if (isNew && isMerge) _mergeName = (name, nameLine);
        _name = (name, nameLine, nameColumn, !isNew, isMerge);
        return isNew;
    }

    /// <summary>Adds a value. False if it was to be merged and is no object or list of objects; it is then ignored.</summary>
    public bool TryAdd(SpecNode value)
    {
        if (_name is not { } name)
        {
            _items.Add(value);
            return true;
        }

        _name = null;
        if (name.IsRepeated) return true;
        if (!name.IsMerge)
        {
            _members.Add(new SpecMember(name.Text, name.Line, name.Column, value));
            return true;
        }

        IReadOnlyList<SpecNode> sources = value.Kind == SpecNodeKind.Array ? value.Items : [value];
        _merged.AddRange(sources.Where(source => source.Kind == SpecNodeKind.Object));
        return sources.All(source => source.Kind == SpecNodeKind.Object);
    }

    public SpecNode ToNode()
    {
        if (Kind != SpecNodeKind.Object) return SpecNode.Array(Line, Column, _items);

        // Own members come before merged ones, and those of the first source before those of the next.
        foreach (SpecMember member in _merged.SelectMany(source => source.Members))
        {
            if (TryRemember(member.Name, member.Line, out _)) _members.Add(member);
        }

        return SpecNode.Object(Line, Column, _members);
    }

    /// <summary>False, and the line of the first, if the name is taken.</summary>
    private bool TryRemember(string name, int nameLine, out int firstLine)
    {
        if (_lines is null && _members.Count >= IndexedFrom)
        {
            _lines = _members.ToDictionary(member => member.Name, member => member.Line);
            if (_mergeName is { } merge) _lines.Add(merge.Text, merge.Line);
        }

        bool isTaken = _lines is null ? IsAmongFew(name, out firstLine) : _lines.TryGetValue(name, out firstLine);
        if (!isTaken) _lines?.Add(name, nameLine);
        return !isTaken;
    }

    private bool IsAmongFew(string name, out int firstLine)
    {
        foreach (SpecMember member in _members)
        {
            if (member.Name != name) continue;
            firstLine = member.Line;
            return true;
        }

        firstLine = _mergeName?.Line ?? 0;
        return _mergeName?.Text == name;
    }
}
