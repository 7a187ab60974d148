using System.Text.Json;

namespace Evolink;

public static partial class JsonWrite
{
    /// <summary>Writes a string member.</summary>
    public static void String(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value) => Member(writer, name, value, String);

    /// <summary>Writes a boolean member.</summary>
    public static void Boolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value) => Member(writer, name, value, Boolean);

    /// <summary>Writes a number member.</summary>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value) => Member(writer, name, value, Number);

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, int?)"/>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value) => Member(writer, name, value, Number);

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, int?)"/>
    /// <exception cref="ArgumentException">The value is not finite: JSON has no such number.</exception>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value) => Member(writer, name, value, Number);

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, int?)"/>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value) => Member(writer, name, value, Number);

    /// <summary>Writes a URI member as it was written by whoever made it.</summary>
    public static void Uri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value) => Member(writer, name, value, Uri);

    /// <summary>Writes an RFC 3339 date and time.</summary>
    public static void DateTimeOffset(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value) => Member(writer, name, value, DateTimeOffset);

    /// <summary>Writes a date, <c>yyyy-MM-dd</c>.</summary>
    public static void Date(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value) => Member(writer, name, value, Date);

    /// <summary>Writes a UUID.</summary>
    public static void Guid(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? value) => Member(writer, name, value, Guid);

    /// <summary>Writes bytes in Base64.</summary>
    public static void Base64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte[]? value) => Member(writer, name, value, Base64);

    /// <summary>Writes JSON as it is. An undefined element counts as unset, a null does not.</summary>
    public static void Element(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined })
        {
            Member(writer, name, value, Element);
        }
    }

    /// <summary>Writes a generated record.</summary>
    public static void Model<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel =>
        Member(writer, name, value, Model);

    /// <summary>Writes a generated value type (enum, union).</summary>
    public static void Value<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel, IOptionalValue
    {
        if (value is { IsSet: true })
        {
            Member(writer, name, value, Value);
        }
    }

    private static void Member<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonValueWriter<T> write)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }
    }

    private static void Member<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonValueWriter<T> write)
        where T : struct
    {
        if (value is T set)
        {
            writer.WritePropertyName(name);
            write(writer, set);
        }
    }
}
