using System.Buffers;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Http.Parameters;

/// <summary>Writes a parameter in its style, by way of its JSON.</summary>
internal static class StyledParameter
{
    /// <summary>The parameter as one text: paths and headers. Null for what is unset or null.</summary>
    public static string? ToText<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style, bool explode, Func<string, string> escape)
    {
        using JsonDocument? json = ToJson(name, value, write);
        return json is null ? null : new StyledValue(name, json.RootElement, escape).Text(style, explode);
    }

    /// <summary>The parameter as <c>name=value</c>, once or several times: queries and cookies. None for what is unset or null.</summary>
    public static IReadOnlyList<string> ToPairs<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style, bool? explode, bool allowReserved)
    {
        using JsonDocument? json = ToJson(name, value, write);
        if (json is null) return [];
        return new StyledValue(name, json.RootElement, allowReserved ? ParameterText.KeepReserved : ParameterText.Escaped)
            .Pairs(style, explode ?? style == ParameterStyle.Form)
            .ConvertAll(pair => pair.Key + "=" + pair.Value);
    }

    private static JsonDocument? ToJson<T>(string name, T? value, JsonValueWriter<T> write)
    {
        if (value is null) return null;

        // The JSON would hold U+FFFD in the place of what is no Unicode.
        if (value is IEnumerable<string?> texts)
            foreach (string? text in texts) ParameterText.ThrowIfIllFormed(name, text);
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter writer = new(buffer)) write(writer, value);
        JsonDocument json = JsonDocument.Parse(buffer.WrittenMemory, JsonDepth.Unlimited);
        if (json.RootElement.ValueKind != JsonValueKind.Null) return json;
        json.Dispose();
        return null;
    }
}
