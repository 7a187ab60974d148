using System.Text.Json.Nodes;

namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>
/// What can happen to a document's tree, of itself or by parts of other documents, the donors. Each kind of damage says in
/// a few words what it did. References lead to the other files of its project, too.
/// </summary>
internal sealed class TreeDamage(Random random, JsonNode root, IReadOnlyList<JsonNode> donors, IReadOnlyList<string> otherFiles)
{
    public string Once()
    {
        List<Slot> slots = Slot.All(root);
        if (slots.Count == 0) return "nothing is left";

        Slot slot = slots[random.Next(slots.Count)];
        return random.Next(10) switch
        {
            0 => Drop(slot),
            1 => Duplicate(slot),
            2 => Retype(slot),
            3 => Rename(slot, slots),
            4 => Swap(slot, slots[random.Next(slots.Count)]),
            5 => Graft(slot, Slot.All(donors[random.Next(donors.Count)])),
            6 => Say(slots),
            7 => Redirect(slots),
            8 => Constrain(slots),
            _ => Share(slots),
        };
    }

    private static string Drop(Slot slot)
    {
        string path = slot.Path;
        slot.Remove();
        return $"dropped {path}";
    }

    private string Duplicate(Slot slot)
    {
        JsonNode? copy = slot.Value?.DeepClone();
        if (slot.Parent is JsonArray items)
        {
            items.Insert(random.Next(items.Count + 1), copy);
            return $"duplicated {slot.Path}";
        }

        string name = Pick(Vocabulary.Variations)(slot.Name!);
        slot.Parent.AsObject()[name] = copy;
        return $"duplicated {slot.Path} as '{name}'";
    }

    private string Retype(Slot slot)
    {
        JsonNode? value = random.Next(4) switch
        {
            0 => new JsonArray(slot.Value?.DeepClone()),
            1 => new JsonObject { [Pick(Vocabulary.Keywords)] = slot.Value?.DeepClone() },
            _ => JsonNode.Parse(Pick(Vocabulary.Values)),
        };
        slot.Set(value);
        return $"made {slot.Path} {Truncate(value)}";
    }

    private string Rename(Slot slot, List<Slot> slots)
    {
        if (slot.Parent is not JsonObject members) return Retype(slot);

        string old = slot.Name!, path = slot.Path;
        string name = random.Next(3) switch
        {
            0 => Pick(Vocabulary.Names),
            1 => Pick(Vocabulary.Keywords),
            _ => slots[random.Next(slots.Count)].Name ?? old + "2",
        };
        JsonNode? value = slot.Value?.DeepClone();
        members.RemoveAt(slot.Index);
        members.Remove(name);
        members.Insert(Math.Min(slot.Index, members.Count), name, value);
        return $"renamed {path} '{name}'";
    }

    private static string Swap(Slot one, Slot other)
    {
        JsonNode? first = one.Value?.DeepClone(), second = other.Value?.DeepClone();
        string what = $"swapped {one.Path} and {other.Path}";
        // Where one holds the other, the outer one keeps the inner one's value, and the document shrinks.
        other.Set(first);
        one.Set(second);
        return what;
    }

    private string Graft(Slot slot, List<Slot> foreign)
    {
        Slot donor = foreign[random.Next(foreign.Count)];
        slot.Set(donor.Value?.DeepClone());
        return $"put {donor.Path} of another document at {slot.Path}";
    }

    /// <summary>Adds a keyword to an object, whether it belongs there or not.</summary>
    private string Say(List<Slot> slots)
    {
        List<Slot> objects = [.. slots.Where(slot => slot.Value is JsonObject)];
        if (objects.Count == 0) return "no object is left";

        Slot slot = Pick(objects);
        (string keyword, string value) = Pick(Vocabulary.Sayings);
        slot.Value!.AsObject()[keyword] = JsonNode.Parse(value.Replace("$SCHEMA", AnySchema(slots), StringComparison.Ordinal));
        return $"said {keyword}: {value} at {slot.Path}";
    }

    /// <summary>Lets a reference, or a schema that was none, lead somewhere else.</summary>
    private string Redirect(List<Slot> slots)
    {
        List<Slot> references = [.. slots.Where(slot => slot.Name == "$ref")];
        string target = random.Next(3) == 0 ? Pick([.. Vocabulary.References, .. otherFiles]) : AnySchema(slots);
        if (references.Count > 0 && random.Next(2) == 0)
        {
            Pick(references).Set(target);
            return $"let a reference lead to {target}";
        }

        Slot slot = Pick(slots);
        slot.Set(new JsonObject { ["$ref"] = target });
        return $"made {slot.Path} a reference to {target}";
    }

    /// <summary>Gives a schema one more rule, so that rules of every type of value are written.</summary>
    private string Constrain(List<Slot> slots)
    {
        List<Slot> schemas = [.. slots.Where(slot => slot.Value is JsonObject value && (value.ContainsKey("type") || value.ContainsKey("$ref")))];
        if (schemas.Count == 0) return "no schema is left";

        Slot slot = Pick(schemas);
        (string keyword, string value) = Pick(Vocabulary.Rules);
        slot.Value!.AsObject()[keyword] = JsonNode.Parse(value.Replace("$SCHEMA", AnySchema(slots), StringComparison.Ordinal));
        return $"ruled {keyword}: {value} at {slot.Path}";
    }

    /// <summary>Puts a part of the document at another place of the same document.</summary>
    private string Share(List<Slot> slots) => Graft(Pick(slots), slots);

    private string AnySchema(List<Slot> slots)
    {
        List<Slot> schemas = [.. slots.Where(slot => slot.Name is not null && slot.Value is JsonObject && slot.Parent.GetPath() == "$.components.schemas")];
        return "#/components/schemas/" + (schemas.Count == 0 ? "None" : Pick(schemas).Name!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal));
    }

    private static string Truncate(JsonNode? value) => value?.ToJsonString() is not { } text ? "null" : text.Length > 60 ? text[..60] + "…" : text;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
