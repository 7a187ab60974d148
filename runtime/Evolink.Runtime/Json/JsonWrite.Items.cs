using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>
/// Writes JSON as generated code needs it. With a name, a member is written and an unset one is left out; without, an
/// item is written, and null as null.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "The methods are named for the types, as those of JsonRead.")]
public static partial class JsonWrite
{
    /// <summary>Writes a string.</summary>
    /// <exception cref="JsonException">The value holds half of a surrogate pair.</exception>
    public static void String(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(Unicode(value));

    /// <summary>Writes a boolean.</summary>
    public static void Boolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes a number.</summary>
    public static void Number(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Number(Utf8JsonWriter, int)"/>
    public static void Number(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Number(Utf8JsonWriter, int)"/>
    /// <exception cref="ArgumentException">The value is not finite: JSON has no such number.</exception>
    public static void Number(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Number(Utf8JsonWriter, int)"/>
    public static void Number(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Writes a URI as it was written by whoever made it, not as .NET normalises it.</summary>
    public static void Uri(Utf8JsonWriter writer, Uri? value) => writer.WriteStringValue(Unicode(value?.OriginalString));

    /// <summary>Writes an RFC 3339 date and time.</summary>
    public static void DateTimeOffset(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    /// <summary>Writes a date, <c>yyyy-MM-dd</c>.</summary>
    public static void Date(Utf8JsonWriter writer, DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out int length, "O", System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a UUID.</summary>
    public static void Guid(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Writes bytes in Base64.</summary>
    public static void Base64(Utf8JsonWriter writer, byte[]? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteBase64StringValue(value);
        }
    }

    /// <summary>Writes JSON as it is; an undefined element as null.</summary>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes a generated record.</summary>
    /// <exception cref="JsonException">It is nested more than 256 levels deep: it may contain itself.</exception>
    public static void Model<T>(Utf8JsonWriter writer, T? value)
        where T : class, IJsonModel
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            ThrowIfTooDeep(writer);
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes a generated value type (enum, union); an unset one as null.</summary>
    public static void Value<T>(Utf8JsonWriter writer, T value)
        where T : struct, IJsonModel, IOptionalValue
    {
        if (value.IsSet)
        {
            ThrowIfTooDeep(writer);
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void ThrowIfTooDeep(Utf8JsonWriter writer)
    {
        if (!JsonDepth.HasRoom(writer.CurrentDepth))
        {
            throw new JsonException($"The value is {JsonDepth.Problem}.");
        }
    }

    // The writer would put U+FFFD in the place of what is no Unicode, without a word.
    private static string? Unicode(string? value) =>
        UnicodeText.IsValid(value) ? value : throw new JsonException($"A string {UnicodeText.Problem}.");
}
