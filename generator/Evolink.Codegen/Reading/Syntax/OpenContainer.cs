using System.Collections.Generic;

namespace Evolink.Codegen.Reading;

/// <summary>An object or array whose end has not come yet.</summary>
internal sealed class OpenContainer(SpecNodeKind kind, int line, int column)
{
    private readonly List<SpecMember> _members = [];
    private readonly List<SpecNode> _items = [];
    private readonly Dictionary<string, int> _lines = [];
    private (string Text, int Line, int Column, bool IsRepeated)? _name;

    public SpecNodeKind Kind => kind;

    public int Line => line;

    public int Column => column;

    public bool HasName => _name is not null;

    /// <summary>Names the next member. False, and the line of the first, if the name is taken: the value is then ignored.</summary>
    public bool TryName(string name, int nameLine, int nameColumn, out int firstLine)
    {
        var isRepeated = _lines.TryGetValue(name, out firstLine);
        if (!isRepeated) _lines.Add(name, nameLine);
        _name = (name, nameLine, nameColumn, isRepeated);
        return !isRepeated;
    }

    public void Add(SpecNode value)
    {
        if (_name is not { } name)
        {
            _items.Add(value);
            return;
        }

        if (!name.IsRepeated) _members.Add(new SpecMember(name.Text, name.Line, name.Column, value));
        _name = null;
    }

    public SpecNode ToNode() => Kind == SpecNodeKind.Object
        ? SpecNode.Object(Line, Column, _members)
        : SpecNode.Array(Line, Column, _items);
}
