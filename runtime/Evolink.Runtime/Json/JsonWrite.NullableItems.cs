using System.Text.Json;

namespace Evolink;

public static partial class JsonWrite
{
    /// <summary>Writes a boolean or null.</summary>
    public static void NullableBoolean(Utf8JsonWriter writer, bool? value) => Nullable(writer, value, Boolean);

    /// <summary>Writes a number or null.</summary>
    public static void NullableNumber(Utf8JsonWriter writer, int? value) => Nullable(writer, value, Number);

    /// <inheritdoc cref="NullableNumber(Utf8JsonWriter, int?)"/>
    public static void NullableNumber(Utf8JsonWriter writer, long? value) => Nullable(writer, value, Number);

    /// <inheritdoc cref="NullableNumber(Utf8JsonWriter, int?)"/>
    public static void NullableNumber(Utf8JsonWriter writer, double? value) => Nullable(writer, value, Number);

    /// <inheritdoc cref="NullableNumber(Utf8JsonWriter, int?)"/>
    public static void NullableNumber(Utf8JsonWriter writer, decimal? value) => Nullable(writer, value, Number);

    /// <summary>Writes an RFC 3339 date and time or null.</summary>
    public static void NullableDateTimeOffset(Utf8JsonWriter writer, DateTimeOffset? value) => Nullable(writer, value, DateTimeOffset);

    /// <summary>Writes a date or null.</summary>
    public static void NullableDate(Utf8JsonWriter writer, DateOnly? value) => Nullable(writer, value, Date);

    /// <summary>Writes a UUID or null.</summary>
    public static void NullableGuid(Utf8JsonWriter writer, Guid? value) => Nullable(writer, value, Guid);

    /// <summary>Writes JSON as it is, or null.</summary>
    public static void NullableElement(Utf8JsonWriter writer, JsonElement? value) => Nullable(writer, value, Element);

    /// <summary>Writes a generated value type or null.</summary>
    public static void NullableValue<T>(Utf8JsonWriter writer, T? value)
        where T : struct, IJsonModel, IOptionalValue =>
        Nullable(writer, value, Value);

    private static void Nullable<T>(Utf8JsonWriter writer, T? value, JsonValueWriter<T> write)
        where T : struct
    {
        if (value is T set)
        {
            write(writer, set);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
