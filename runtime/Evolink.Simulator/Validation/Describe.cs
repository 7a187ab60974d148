using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>Values in messages: short, as JSON.</summary>
internal static class Describe
{
    private const int LengthShown = 60;
    private const int ValuesShown = 12;

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => $"the number {Value(value)}",
        JsonValueKind.String => "a string",
        JsonValueKind.Array => "an array",
        _ => "an object",
    };

    public static string Value(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= LengthShown ? text : text[..LengthShown] + "…";
    }

    public static string Values(JsonElement list)
    {
        string shown = string.Join(", ", list.EnumerateArray().Take(ValuesShown).Select(Value));
        return list.GetArrayLength() <= ValuesShown ? shown : shown + ", …";
    }
}
