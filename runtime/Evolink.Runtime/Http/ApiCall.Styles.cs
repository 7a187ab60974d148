using System.Buffers;
using System.Text.Json;
using Evolink.Runtime.Http.Parameters;

namespace Evolink;

public sealed partial class ApiCall
{
    /// <summary>Sets a path parameter in a style.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value as JSON, from which the style takes it.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether each member stands by its own name.</param>
    /// <exception cref="ArgumentException">The value is null or empty: the path would name another resource.</exception>
    public ApiCall Path<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Simple, bool explode = false)
    {
        using JsonDocument? json = ToJson(value, write);
        return SetPath(name, json is null ? null : new StyledValue(name, json.RootElement, ParameterText.Escaped).Text(style, explode));
    }

    /// <summary>Adds a query parameter in a style; a null is left out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value as JSON, from which the style takes it.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether each member stands by its own name; by default as the style has it.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are. <c>#</c>, <c>&amp;</c>, <c>+</c> and brackets would mean something else and are escaped.</param>
    public ApiCall Query<T>(
        string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Form, bool? explode = null, bool allowReserved = false)
    {
        using JsonDocument? json = ToJson(value, write);
        if (json is not null) _query.AddRange(Pairs(name, json.RootElement, style, explode, allowReserved));
        return this;
    }

    /// <summary>Adds a header in a style; a null is left out.</summary>
    /// <inheritdoc cref="Path{T}"/>
    public ApiCall Header<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Simple, bool explode = false)
    {
        using JsonDocument? json = ToJson(value, write);
        return json is null ? this : Header(name, new StyledValue(name, json.RootElement, ParameterText.Plain).Text(style, explode));
    }

    /// <summary>Adds a cookie in a style; a null is left out.</summary>
    /// <inheritdoc cref="Query{T}"/>
    public ApiCall Cookie<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Form, bool? explode = null)
    {
        using JsonDocument? json = ToJson(value, write);
        if (json is not null) _cookies.AddRange(Pairs(name, json.RootElement, style, explode, allowReserved: false));
        return this;
    }

    private static IEnumerable<string> Pairs(string name, JsonElement value, ParameterStyle style, bool? explode, bool allowReserved) =>
        new StyledValue(name, value, allowReserved ? ParameterText.KeepReserved : ParameterText.Escaped)
            .Pairs(style, explode ?? style == ParameterStyle.Form)
            .Select(pair => pair.Key + "=" + pair.Value);

    /// <summary>The value as JSON; null for what is unset or null.</summary>
    private static JsonDocument? ToJson<T>(T? value, JsonValueWriter<T> write)
    {
        if (value is null) return null;
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter writer = new(buffer)) write(writer, value);
        JsonDocument json = JsonDocument.Parse(buffer.WrittenMemory);
        if (json.RootElement.ValueKind != JsonValueKind.Null) return json;
        json.Dispose();
        return null;
    }
}
