using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>
/// Reads JSON as generated code needs it: leniently, member by member, without reflection. The reader stands on a value's
/// first token and is left on its last. JSON null is read as unset. Another kind of JSON than the one that is due is a
/// <see cref="JsonException"/>.
/// </summary>
/// <remarks>One flat list of what emitted code calls, so that it reads <c>JsonRead.Int64</c> whatever the type.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "The methods are named for the types: generated code reads JsonRead.Int64, as Convert.ToInt64 does.")]
public static class JsonRead
{
    /// <summary>
    /// Moves to the next member of an object. The first call finds the reader on the object's start, a later one on the
    /// last token of the member before.
    /// </summary>
    /// <returns>True on a member's name, false on the object's end.</returns>
    /// <exception cref="JsonException">There is no object, or it ends early.</exception>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        JsonToken.Advance(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.PropertyName => true,
            JsonTokenType.EndObject => false,
            _ => throw JsonToken.Unexpected(ref reader, "an object's member"),
        };
    }

    /// <summary>Whether the reader stands on this member's name; if so, it moves on to the value.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!JsonMember.IsNamed(ref reader, name))
        {
            return false;
        }

        JsonToken.Advance(ref reader);
        return true;
    }

    /// <summary>Keeps a member that the specification does not know, a null too. The last of equal names wins.</summary>
    public static void Additional(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? members) =>
        Additional(ref reader, ref members, JsonElement.ParseValue);

    /// <summary>Keeps a member beyond the named ones whose type the specification tells. The last of equal names wins.</summary>
    public static void Additional<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonValueReader<T> item)
    {
        string name = JsonToken.Text(ref reader);
        JsonToken.Advance(ref reader);
        (members ??= new(StringComparer.Ordinal))[name] = item(ref reader);
    }

    /// <summary>As <see cref="Additional{T}"/>, for values that cannot be null.</summary>
    /// <exception cref="JsonException">The value is null.</exception>
    public static void AdditionalValues<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonValueReader<T?> item)
        where T : struct
    {
        string name = JsonToken.Text(ref reader);
        JsonToken.Advance(ref reader);
        (members ??= new(StringComparer.Ordinal))[name] = NotNull(ref reader, item);
    }

    /// <summary>Reads a string.</summary>
    /// <exception cref="JsonException">It is neither a string nor null.</exception>
    public static string? String(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonToken.Text(ref reader),
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "a string"),
    };

    /// <summary>Reads a string, or a number or boolean as it is written: for members that are a number here and a string there.</summary>
    /// <exception cref="JsonException">It is an object or an array.</exception>
    public static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonToken.Text(ref reader),
        JsonTokenType.Number => JsonToken.RawText(ref reader),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "a string, a number or a boolean"),
    };

    /// <summary>Reads a boolean.</summary>
    /// <exception cref="JsonException">It is neither a boolean nor null.</exception>
    public static bool? Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "a boolean"),
    };

    /// <summary>Reads an item that may be any JSON, a null among it.</summary>
    public static JsonElement AnyElement(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads any JSON as it is.</summary>
    public static JsonElement? Element(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);

    /// <summary>Reads a whole number of 32 bits. <c>5.0</c> and <c>5e0</c> are whole.</summary>
    /// <exception cref="JsonException">It is no number, has a fraction, or does not fit.</exception>
    public static int? Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return WholeNumber.Read(ref reader) is long value and >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw JsonToken.Unexpected(ref reader, "a whole number of 32 bits");
    }

    /// <summary>Reads a whole number of 64 bits. <c>5.0</c> and <c>5e0</c> are whole.</summary>
    /// <exception cref="JsonException">It is no number, has a fraction, or does not fit.</exception>
    public static long? Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return WholeNumber.Read(ref reader) ?? throw JsonToken.Unexpected(ref reader, "a whole number of 64 bits");
    }

    /// <summary>Reads a whole number of 64 bits without a sign. <c>5.0</c> and <c>5e0</c> are whole.</summary>
    /// <exception cref="JsonException">It is no number, below zero, has a fraction, or does not fit.</exception>
    public static ulong? UInt64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return WholeNumber.ReadUnsigned(ref reader) ?? throw JsonToken.Unexpected(ref reader, "a whole number of 64 bits without a sign");
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="JsonException">It is no number, or larger than a double can be.</exception>
    public static double? Double(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out double value) && double.IsFinite(value) => value,
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "a number that fits a double"),
    };

    /// <summary>Reads a number, with up to 28 digits as they are written.</summary>
    /// <exception cref="JsonException">It is no number, or larger than a decimal can be.</exception>
    public static decimal? Decimal(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDecimal(out decimal value) => value,
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "a number that fits a decimal"),
    };

    /// <summary>
    /// Reads a URI or a reference, as it is written. A text that no <see cref="System.Uri"/> can hold (<c>https://</c>)
    /// is kept percent-encoded: one bad link does not cost the document, and no rule takes it for an absolute URI.
    /// </summary>
    /// <exception cref="JsonException">It is neither a string nor null.</exception>
    public static Uri? Uri(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return LenientUri.Parse(reader.TokenType == JsonTokenType.String ? JsonToken.Text(ref reader) : throw JsonToken.Unexpected(ref reader, "a URI"));
    }

    /// <summary>Reads an RFC 3339 date and time. A text without an offset is taken as UTC, on every machine.</summary>
    /// <exception cref="JsonException">It is no date and time.</exception>
    public static DateTimeOffset? DateTimeOffset(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetDateTime(out DateTime local) && local.Kind == DateTimeKind.Unspecified)
            {
                return new DateTimeOffset(local, TimeSpan.Zero);
            }

            if (reader.TryGetDateTimeOffset(out DateTimeOffset value)
                || System.DateTimeOffset.TryParse(JsonToken.Text(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
            {
                return value;
            }
        }

        throw JsonToken.Unexpected(ref reader, "a date and time");
    }

    /// <summary>Reads a date, <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="JsonException">It is no date.</exception>
    public static DateOnly? Date(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when DateOnly.TryParseExact(
            JsonToken.Text(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value) => value,
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "a date"),
    };

    /// <summary>Reads a UUID.</summary>
    /// <exception cref="JsonException">It is no UUID.</exception>
    public static Guid? Guid(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when reader.TryGetGuid(out Guid value) || System.Guid.TryParse(JsonToken.Text(ref reader), out value) => value,
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "a UUID"),
    };

    /// <summary>Reads bytes in Base64.</summary>
    /// <exception cref="JsonException">It is no Base64.</exception>
    public static byte[]? Base64(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when reader.TryGetBytesFromBase64(out byte[]? value) => value,
        JsonTokenType.Null => null,
        _ => throw JsonToken.Unexpected(ref reader, "bytes in Base64"),
    };

    /// <summary>Reads an object into a generated record.</summary>
    /// <exception cref="JsonException">It is neither an object nor null.</exception>
    public static T? Model<T>(ref Utf8JsonReader reader)
        where T : class, IJsonModel<T> =>
        reader.TokenType == JsonTokenType.Null ? null : ModelReader.Read<T>(ref reader);

    /// <summary>Reads a generated value type: an enum, a union.</summary>
    public static T? Value<T>(ref Utf8JsonReader reader)
        where T : struct, IJsonModel<T> =>
        reader.TokenType == JsonTokenType.Null ? null : ModelReader.ReadAny<T>(ref reader);

    /// <summary>Reads a member that tells null from being left out.</summary>
    public static Optional<T> Optional<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(read(ref reader));
    }

    /// <summary>As <see cref="Optional{T}"/>, of a list.</summary>
    public static Optional<T[]?> OptionalList<T>(ref Utf8JsonReader reader, JsonValueReader<IReadOnlyList<T>?> read) =>
        new(Optional(ref reader, read).Value?.ToArray());

    /// <summary>As <see cref="Optional{T}"/>, of a map.</summary>
    public static Optional<Dictionary<string, T>?> OptionalMap<T>(ref Utf8JsonReader reader, JsonValueReader<IReadOnlyDictionary<string, T>?> read) =>
        new(Optional(ref reader, read).Value is { } members ? new Dictionary<string, T>(members, StringComparer.Ordinal) : null);

    /// <summary>Reads an array.</summary>
    /// <exception cref="JsonException">It is neither an array nor null.</exception>
    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, JsonValueReader<T> item)
    {
        if (!JsonToken.StartsArray(ref reader))
        {
            return null;
        }

        List<T> items = [];
        while (JsonToken.NextItem(ref reader))
        {
            items.Add(item(ref reader));
        }

        return items;
    }

    /// <summary>Reads an array of values that cannot be null.</summary>
    /// <exception cref="JsonException">It is neither an array nor null, or an item is null.</exception>
    public static IReadOnlyList<T>? Values<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct
    {
        if (!JsonToken.StartsArray(ref reader))
        {
            return null;
        }

        List<T> items = [];
        while (JsonToken.NextItem(ref reader))
        {
            items.Add(NotNull(ref reader, item));
        }

        return items;
    }

    /// <summary>Reads an object as a map. The last of equal keys wins.</summary>
    /// <exception cref="JsonException">It is neither an object nor null.</exception>
    public static IReadOnlyDictionary<string, T>? Map<T>(ref Utf8JsonReader reader, JsonValueReader<T> item)
    {
        if (!JsonToken.StartsObject(ref reader))
        {
            return null;
        }

        Dictionary<string, T>? members = new(StringComparer.Ordinal);
        while (NextMember(ref reader))
        {
            Additional(ref reader, ref members, item);
        }

        return members;
    }

    /// <summary>Reads an object as a map of values that cannot be null. The last of equal keys wins.</summary>
    /// <exception cref="JsonException">It is neither an object nor null, or a value is null.</exception>
    public static IReadOnlyDictionary<string, T>? MapValues<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct
    {
        if (!JsonToken.StartsObject(ref reader))
        {
            return null;
        }

        Dictionary<string, T>? members = new(StringComparer.Ordinal);
        while (NextMember(ref reader))
        {
            AdditionalValues(ref reader, ref members, item);
        }

        return members;
    }

    /// <summary>The string that a member of the object ahead has, without moving; null where it has none.</summary>
    /// <param name="reader">A copy, on the object's start.</param>
    /// <param name="name">The member's name.</param>
    public static string? Peek(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonMember.TryFind(ref reader, name) && reader.TokenType == JsonTokenType.String ? LenientRead.DecodedText(ref reader) : null;

    /// <summary>The number that a member of the object ahead is, without moving; null where it is none. <c>17</c> and <c>17.0</c> are one number.</summary>
    /// <inheritdoc cref="Peek"/>
    public static decimal? PeekNumber(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonMember.TryFind(ref reader, name) && reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal value) ? value : null;

    /// <summary>Whether a member of the object ahead is true, without moving; null where it is no boolean.</summary>
    /// <inheritdoc cref="Peek"/>
    public static bool? PeekBoolean(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonMember.TryFind(ref reader, name) && reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : null;

    /// <summary>Whether the object ahead has a member that is not null, without moving.</summary>
    /// <inheritdoc cref="Peek"/>
    public static bool Has(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonMember.TryFind(ref reader, name) && reader.TokenType != JsonTokenType.Null;

    /// <summary>What the first item of the array ahead is that is not null, without moving; <see cref="JsonTokenType.None"/> where there is none.</summary>
    /// <param name="reader">A copy, on the array's start.</param>
    public static JsonTokenType FirstItem(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                return reader.TokenType;
            }
        }

        return JsonTokenType.None;
    }

    /// <summary>Reads a value and, where that fails, says where: the exception's message and path name the JSON path.</summary>
    /// <exception cref="JsonException">As the reader has it, with its <see cref="JsonException.Path"/>.</exception>
    public static T Located<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        Utf8JsonReader start = reader;
        try
        {
            return read(ref reader);
        }
        catch (JsonException e) when (e.Path is null)
        {
            // Only a failure pays for the path: the value is walked again up to the token that failed.
            string path = JsonPath.Find(start, reader.TokenStartIndex);
            throw new JsonException($"{e.Message} Path: {path}.", path, e.LineNumber, e.BytePositionInLine, e);
        }
    }

    /// <summary>JSON holds no files: whatever stands there is passed over, and the member stays unset.</summary>
    public static UploadFile? File(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }

    /// <summary>The exception for well-formed JSON that is not of the type that is due.</summary>
    public static JsonException Unfit(string message) => new UnfitJsonException(message);

    private static T NotNull<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct =>
        item(ref reader) ?? throw JsonToken.Unexpected(ref reader, "a value");
}
