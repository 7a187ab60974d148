using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>Makes requests that are valid, nearly valid or broken: an example of the spec, changed in up to five places.</summary>
internal sealed class InstanceSource(SpecBody body)
{
    private static readonly int[] s_changes = [0, 1, 1, 1, 1, 2, 2, 3, 5];

    private readonly SpecNode _root = body.File.Root;
    private readonly SpecNode[] _examples = [.. body.Examples.Select(example => example.Value)];

    /// <summary>The instance of a seed, always the same.</summary>
    public JsonNode? Make(int seed)
    {
        Random random = new(seed);
        ValueSource values = new(_root, random);
        JsonNode? instance = Pick(_examples, random).ToJsonNode();
        for (int change = Pick(s_changes, random); change > 0; change--) Change(instance, values, random);
        return instance;
    }

    private void Change(JsonNode? instance, ValueSource values, Random random)
    {
        Place[] places = [.. Place.Below(_root, body.Schema, instance)];
        if (places.Length == 0) return;

        Place place = Pick(places, random);
        switch (random.Next(16))
        {
            case 0 when place.Exists: place.Remove(); break;
            case 1: place.Value = null; break;
            case 2 or 3: place.Value = values.Anything(); break;
            case 4: AddUnknown(Pick(places, random).Holder, values, random); break;
            case 5 or 6: AddItem(Pick([.. places.Where(other => other.Value is JsonArray or JsonObject).DefaultIfEmpty(place)], random), values, random); break;
            case 7: Rename(place, values); break;
            case 8 or 9 when Comparisons(instance).ToArray() is [_, ..] comparisons: Pick(comparisons, random).Approach(random); break;
            default: place.Value = values.For(place.Name, place.Schema); break;
        }
    }

    /// <summary>What the body and the objects in it compare.</summary>
    private IEnumerable<ComparedMembers> Comparisons(JsonNode? instance) => Place.Below(_root, body.Schema, instance)
        .Where(place => place.Exists).Select(place => (place.Value, place.Schema)).Prepend((instance, body.Schema))
        .Where(item => item.Item1 is JsonObject)
        .SelectMany(item => item.Item2["x-evolink-compare"]?.Items.Select(entry => new ComparedMembers(_root, item.Item2, item.Item1!.AsObject(), entry)) ?? []);

    private static void AddUnknown(JsonNode holder, ValueSource values, Random random)
    {
        if (holder is JsonObject members) members[Pick(["future", "Model", "imageUrls", "$ref", "é"], random)] = values.Anything();
    }

    /// <summary>One item more, new or the same as another; in a map, one member more with a name like another's.</summary>
    private static void AddItem(Place place, ValueSource values, Random random)
    {
        if (place.Value is JsonArray items && place.Schema["items"] is { } item)
            items.Add(items.Count > 0 && random.Next(3) == 0 ? items[0]?.DeepClone() : values.For(null, item));
        else if (place.Value is JsonObject { Count: > 0 } map && place.Schema["additionalProperties"] is { Kind: SpecNodeKind.Object } value)
            map[values.Near(Pick([.. map], random).Key)] = values.For(null, value);
    }

    private static void Rename(Place place, ValueSource values)
    {
        if (place is not { Name: { } name, Exists: true }) return;

        JsonNode? value = place.Value;
        place.Remove();
        place.Holder[values.Near(name)] = value;
    }

    private static T Pick<T>(T[] from, Random random) => from[random.Next(from.Length)];
}
