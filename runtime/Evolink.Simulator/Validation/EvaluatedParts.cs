namespace Evolink.Simulation.Validation;

/// <summary>The members and items that a schema has looked at: what <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> leave out.</summary>
internal sealed class EvaluatedParts
{
    private HashSet<string>? _members;
    private HashSet<int>? _items;

    public void AddMember(string name) => (_members ??= new(StringComparer.Ordinal)).Add(name);

    public void AddItem(int index) => (_items ??= []).Add(index);

    public void Add(EvaluatedParts other)
    {
        if (other._members is not null) (_members ??= new(StringComparer.Ordinal)).UnionWith(other._members);
        if (other._items is not null) (_items ??= []).UnionWith(other._items);
    }

    public bool HasMember(string name) => _members?.Contains(name) == true;

    public bool HasItem(int index) => _items?.Contains(index) == true;
}
