using System.Text.Json;

namespace Evolink;

/// <content>JSON of any kind, where the specification leaves the kind open.</content>
public partial struct ValidationFailures
{
    private static readonly (JsonTypes Kind, string Name)[] s_kindNames =
    [
        (JsonTypes.String, "a string"), (JsonTypes.Number, "a number"), (JsonTypes.Integer, "a whole number"),
        (JsonTypes.Boolean, "a boolean"), (JsonTypes.Object, "an object"), (JsonTypes.Array, "an array"), (JsonTypes.Null, "null"),
    ];

    /// <summary><c>type</c>.</summary>
    public void Kind(JsonElement? value, JsonTypes allowed, string member, string jsonName)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } found && (JsonParts.KindOf(found) & allowed) == 0 && Fails())
        {
            Describe(member, jsonName, $"must be {Names(allowed)}, not {Names(JsonParts.KindOf(found))}");
        }
    }

    /// <summary><c>enum</c> or <c>const</c> over any JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="listed">An array of what is allowed.</param>
    /// <param name="member">The C# name.</param>
    /// <param name="jsonName">The JSON name.</param>
    public void Listed(JsonElement? value, JsonElement listed, string member, string jsonName)
    {
        if (value is not { ValueKind: not JsonValueKind.Undefined } found)
        {
            return;
        }

        foreach (JsonElement choice in listed.EnumerateArray())
        {
            if (JsonEquality.AreEqual(choice, found))
            {
                return;
            }
        }

        if (Fails())
        {
            string choices = string.Join(", ", listed.EnumerateArray().Select(static choice => choice.GetRawText()));
            Describe(member, jsonName, $"must be {(listed.GetArrayLength() == 1 ? "" : "one of ")}{choices}, not {Shown(found.GetRawText())}");
        }
    }

    private static string Names(JsonTypes kinds) => string.Join(" or ", s_kindNames
        .Where(kind => kinds.HasFlag(kind.Kind) && (kind.Kind != JsonTypes.Integer || !kinds.HasFlag(JsonTypes.Number)))
        .Select(kind => kind.Name));
}
