using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>JSON values by what they mean, as <c>uniqueItems</c> compares them: 1 is 1.0, and the order of an object's members says nothing.</summary>
internal sealed class JsonValueComparer : IEqualityComparer<JsonElement>
{
    public static JsonValueComparer Instance { get; } = new();

    public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

    public int GetHashCode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => ExactNumber.Read(value).GetHashCode(),
        JsonValueKind.String => value.GetString()!.GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Array => HashItems(value),
        JsonValueKind.Object => HashMembers(value),
        _ => value.ValueKind.GetHashCode(),
    };

    private int HashItems(JsonElement array)
    {
        HashCode hash = new();
        foreach (JsonElement item in array.EnumerateArray()) hash.Add(GetHashCode(item));
        return hash.ToHashCode();
    }

    // A sum does not depend on the order of what it adds.
    private int HashMembers(JsonElement members)
    {
        int hash = 0;
        foreach (JsonProperty member in members.EnumerateObject()) hash = unchecked(hash + HashCode.Combine(member.Name, GetHashCode(member.Value)));
        return hash;
    }
}
