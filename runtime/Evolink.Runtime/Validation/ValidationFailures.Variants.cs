using System.Text.Json;

namespace Evolink;

public partial struct ValidationFailures
{
    /// <summary><c>oneOf</c> over objects: what is one of them has not all that another requires.</summary>
    /// <param name="value">The object.</param>
    /// <param name="unnamed">Its members that have no property: only by one of these can it be another too.</param>
    /// <param name="demands">
    /// An array with an object for each of the objects: what it requires by name, each with an array of the values that the
    /// member must have, empty where it may have any.
    /// </param>
    /// <param name="own">Which of them the object is itself.</param>
    /// <param name="member">The C# path of the value; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    public void NoOther<T, TUnnamed>(
        T? value, IReadOnlyDictionary<string, TUnnamed>? unnamed, JsonElement demands, int own, string member, string jsonName)
        where T : class, IJsonModel, IValidatable
    {
        // What breaks its own rules is not of two, and might not even be written.
        if (value is null || unnamed is not { Count: > 0 } || !Matches(value, static (T valid, ref ValidationFailures failures) => valid.CollectFailures(ref failures)) || JsonParts.Of(value) is not { } json)
        {
            return;
        }

        int index = 0;
        foreach (JsonElement demand in demands.EnumerateArray())
        {
            if (index++ != own && Foreign(demand, unnamed).Any() && demand.EnumerateObject().All(required => IsMet(required, json)) && Fails())
            {
                Describe(member, jsonName, $"expected one of several objects: no {string.Join(" with ", Foreign(demand, unnamed))} here");
            }
        }
    }

    private static IEnumerable<string> Foreign<T>(JsonElement demand, IReadOnlyDictionary<string, T> unnamed) =>
        demand.EnumerateObject().Select(static required => required.Name).Where(unnamed.ContainsKey);

    private static bool IsMet(JsonProperty required, JsonElement json) => json.TryGetProperty(required.Name, out JsonElement found)
        && (required.Value.GetArrayLength() == 0 || required.Value.EnumerateArray().Any(allowed => JsonEquality.AreEqual(allowed, found)));
}
