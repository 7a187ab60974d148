using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>
/// Writes JSON as generated code needs it. With a name, a member is written and an unset one is left out; without, an
/// item is written, and null as null.
/// </summary>
/// <remarks>One flat list of what emitted code calls: each type as an item, as a member and, where it can be null, as an item that may be.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "The methods are named for the types, as those of JsonRead.")]
public static class JsonWrite
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
    public static void Number(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

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

    /// <summary>Writes a string member.</summary>
    public static void String(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, Unicode(value));
    }

    /// <summary>Writes a boolean member.</summary>
    public static void Boolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is bool set) writer.WriteBoolean(name, set);
    }

    /// <summary>Writes a number member.</summary>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is int set) writer.WriteNumber(name, set);
    }

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, int?)"/>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is long set) writer.WriteNumber(name, set);
    }

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, int?)"/>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is ulong set) writer.WriteNumber(name, set);
    }

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, int?)"/>
    /// <exception cref="ArgumentException">The value is not finite: JSON has no such number.</exception>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is double set) writer.WriteNumber(name, set);
    }

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, int?)"/>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is decimal set) writer.WriteNumber(name, set);
    }

    /// <summary>Writes a URI member as it was written by whoever made it.</summary>
    public static void Uri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is not null) writer.WriteString(name, Unicode(value.OriginalString));
    }

    /// <summary>Writes an RFC 3339 date and time.</summary>
    public static void DateTimeOffset(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is DateTimeOffset set) writer.WriteString(name, set);
    }

    /// <summary>Writes a date, <c>yyyy-MM-dd</c>.</summary>
    public static void Date(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not DateOnly set) return;
        writer.WritePropertyName(name);
        Date(writer, set);
    }

    /// <summary>Writes a UUID.</summary>
    public static void Guid(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is Guid set) writer.WriteString(name, set);
    }

    /// <summary>Writes bytes in Base64.</summary>
    public static void Base64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is not null) writer.WriteBase64String(name, value);
    }

    /// <summary>Writes JSON as it is. An undefined element counts as unset, a null does not.</summary>
    public static void Element(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Undefined } set) return;
        writer.WritePropertyName(name);
        set.WriteTo(writer);
    }

    /// <summary>Writes a generated record.</summary>
    public static void Model<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel
    {
        if (value is null) return;
        writer.WritePropertyName(name);
        Model(writer, value);
    }

    /// <summary>Writes a generated value type (enum, union).</summary>
    public static void Value<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel, IOptionalValue
    {
        if (value is not { IsSet: true } set) return;
        writer.WritePropertyName(name);
        Value(writer, set);
    }

    /// <summary>Writes a boolean or null.</summary>
    public static void NullableBoolean(Utf8JsonWriter writer, bool? value) => Nullable(writer, value, Boolean);

    /// <summary>Writes a number or null.</summary>
    public static void NullableNumber(Utf8JsonWriter writer, int? value) => Nullable(writer, value, Number);

    /// <inheritdoc cref="NullableNumber(Utf8JsonWriter, int?)"/>
    public static void NullableNumber(Utf8JsonWriter writer, long? value) => Nullable(writer, value, Number);

    /// <inheritdoc cref="NullableNumber(Utf8JsonWriter, int?)"/>
    public static void NullableNumber(Utf8JsonWriter writer, ulong? value) => Nullable(writer, value, Number);

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

    /// <summary>Writes a member that tells null from being left out.</summary>
    public static void Optional<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<T> value, JsonValueWriter<T> write)
    {
        if (value.IsSet)
        {
            writer.WritePropertyName(name);
            write(writer, value.Value);
        }
    }

    /// <summary>Writes an array member.</summary>
    public static void List<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items, JsonValueWriter<T> item)
    {
        if (items is not null)
        {
            writer.WritePropertyName(name);
            List(writer, items, item);
        }
    }

    /// <summary>Writes an array.</summary>
    public static void List<T>(Utf8JsonWriter writer, IReadOnlyList<T>? items, JsonValueWriter<T> item)
    {
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (int i = 0; i < items.Count; i++)
        {
            item(writer, items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a map as an object member.</summary>
    public static void Map<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? members, JsonValueWriter<T> item)
    {
        if (members is not null)
        {
            writer.WritePropertyName(name);
            Map(writer, members, item);
        }
    }

    /// <summary>Writes a map as an object.</summary>
    public static void Map<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? members, JsonValueWriter<T> item)
    {
        if (members is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        Additional(writer, members, item);
        writer.WriteEndObject();
    }

    /// <summary>Writes members that the specification does not know, into the object that is being written.</summary>
    public static void Additional(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement>? members) =>
        Additional(writer, members, Element);

    /// <summary>Writes members beyond the named ones, into the object that is being written.</summary>
    public static void Additional<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? members, JsonValueWriter<T> item)
    {
        // Dictionary is what the readers make; only its own enumerator does not allocate.
        if (members is Dictionary<string, T> dictionary)
        {
            foreach ((string name, T value) in dictionary)
            {
                writer.WritePropertyName(Unicode(name));
                item(writer, value);
            }
        }
        else if (members is not null)
        {
            foreach ((string name, T value) in members)
            {
                writer.WritePropertyName(Unicode(name));
                item(writer, value);
            }
        }
    }

    /// <summary>Writes members beyond the named ones, and in place of those that were read in part or not at all what came.</summary>
    public static void Additional<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? members, IReadOnlyDictionary<string, JsonElement>? kept, JsonValueWriter<T> item)
    {
        foreach ((string name, T value) in members ?? new Dictionary<string, T>())
        {
            if (kept?.ContainsKey(name) != true)
            {
                writer.WritePropertyName(name);
                item(writer, value);
            }
        }

        Additional(writer, kept);
    }

    /// <summary>The value of a member, unless the JSON that came is kept under its name: a list that was read in part is written whole.</summary>
    public static T? UnlessKept<T>(IReadOnlyDictionary<string, JsonElement>? kept, string name, T? value) =>
        kept?.ContainsKey(name) == true ? default : value;

    /// <summary>Writes the name of a file; its content goes the way of multipart bodies.</summary>
    public static void File(Utf8JsonWriter writer, ReadOnlySpan<byte> name, UploadFile? value) => String(writer, name, value?.FileName);

    /// <inheritdoc cref="File(Utf8JsonWriter, ReadOnlySpan{byte}, UploadFile)"/>
    public static void File(Utf8JsonWriter writer, UploadFile? value) => String(writer, value?.FileName);

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

    private static void ThrowIfTooDeep(Utf8JsonWriter writer)
    {
        if (!JsonDepth.HasRoom(writer.CurrentDepth))
        {
            throw new JsonException($"The value is {JsonDepth.Problem}.");
        }
    }

    // The writer would put U+FFFD in the place of what is no Unicode, without a word.
    [return: NotNullIfNotNull(nameof(value))]
    private static string? Unicode(string? value) =>
        UnicodeText.IsValid(value) ? value : throw new JsonException($"A string {UnicodeText.Problem}.");
}
