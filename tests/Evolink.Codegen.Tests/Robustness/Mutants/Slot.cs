using System.Text.Json.Nodes;

namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>A place in a document where a value stands: a member of an object or an item of an array.</summary>
internal readonly record struct Slot(JsonNode Parent, int Index)
{
    public string? Name => Parent is JsonObject members ? members.GetAt(Index).Key : null;

    public JsonNode? Value => Parent is JsonObject members ? members.GetAt(Index).Value : Parent.AsArray()[Index];

    public string Path => Parent.GetPath() + (Name is { } name ? "." + name : $"[{Index}]");

    /// <summary>Every place of a document, from top to bottom.</summary>
    public static List<Slot> All(JsonNode root)
    {
        var slots = new List<Slot>();
        Add(root, slots);
        return slots;
    }

    public void Set(JsonNode? value)
    {
        if (Parent is JsonObject members)
        {
            members.SetAt(Index, value);
        }
        else
        {
            Parent.AsArray()[Index] = value;
        }
    }

    public void Remove()
    {
        if (Parent is JsonObject members)
        {
            members.RemoveAt(Index);
        }
        else
        {
            Parent.AsArray().RemoveAt(Index);
        }
    }

    private static void Add(JsonNode parent, List<Slot> slots)
    {
        int count = parent switch { JsonObject members => members.Count, JsonArray items => items.Count, _ => 0 };
        for (int index = 0; index < count; index++)
        {
            var slot = new Slot(parent, index);
            slots.Add(slot);
            if (slot.Value is { } value) Add(value, slots);
        }
    }
}
