using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>
/// Looks at JSON of any kind as a value of one kind, so that the rules for that kind can be asked of it. What is of
/// another kind is null, which meets every rule.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonParts
{
    /// <summary>Reads JSON that a specification holds: its constants.</summary>
    public static JsonElement Parse(string json) => JsonElement.Parse(json);

    /// <summary>A generated value as the JSON that is sent; null where it is unset.</summary>
    public static JsonElement? Create(IJsonModel? value) => Create(value, static (writer, value) => value.WriteTo(writer));

    /// <summary>A list or map as the JSON that is sent; null where it is unset.</summary>
    public static JsonElement? Create<T>(T? value, JsonValueWriter<T> write)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is null)
        {
            return null;
        }

        ArrayBufferWriter<byte> buffer = new();
        try
        {
            using Utf8JsonWriter writer = new(buffer);
            write(writer, value);
        }
        catch (Exception unwritable) when (unwritable is JsonException or ArgumentException or InvalidOperationException)
        {
            // No JSON says it, such as NaN, or an object that contains itself; a rule of its own does.
            return null;
        }

        return JsonElement.Parse(buffer.WrittenSpan, JsonDepth.Unlimited);
    }

    /// <summary>The text of a string.</summary>
    public static string? Text(JsonElement? value)
    {
        try
        {
            return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: it cannot be sent as text, so what is judged is how it is written.
            return value!.Value.GetRawText();
        }
    }

    /// <summary>A number.</summary>
    public static double? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double found) ? found : null;

    /// <summary>The items of an array.</summary>
    public static IReadOnlyList<JsonElement>? Items(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : null;

    /// <summary>The members of an object. The last of equal names wins.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? Members(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } found)
        {
            return null;
        }

        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in found.EnumerateObject())
        {
            members[NameOf(member)] = member.Value;
        }

        return members;
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // As with texts.
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }

    internal static JsonTypes KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => JsonTypes.Null,
        JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
        JsonValueKind.Number => IsWhole(value) ? JsonTypes.Integer | JsonTypes.Number : JsonTypes.Number,
        JsonValueKind.String => JsonTypes.String,
        JsonValueKind.Array => JsonTypes.Array,
        JsonValueKind.Object => JsonTypes.Object,
        _ => JsonTypes.None,
    };

    private static bool IsWhole(JsonElement number) => ScientificNumber.TryParse(JsonMarshal.GetRawUtf8Value(number), out ScientificNumber exact)
        ? exact.Digits == 0 || exact.Exponent >= 0
        : number.TryGetDouble(out double rounded) && Math.Floor(rounded).Equals(rounded);
}
