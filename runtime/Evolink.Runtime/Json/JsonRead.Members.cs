using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Evolink;

/// <summary>
/// Reads JSON as generated code needs it: leniently, member by member, without reflection. The reader stands on a value's
/// first token and is left on its last. JSON null is read as unset. Another kind of JSON than the one that is due is a
/// <see cref="JsonException"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "The methods are named for the types: generated code reads JsonRead.Int64, as Convert.ToInt64 does.")]
public static partial class JsonRead
{
    /// <summary>
    /// Moves to the next member of an object. The first call finds the reader on the object's start, a later one on the
    /// last token of the member before.
    /// </summary>
    /// <returns>True on a member's name, false on the object's end.</returns>
    /// <exception cref="JsonException">There is no object, or it ends early.</exception>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.PropertyName => true,
            JsonTokenType.EndObject => false,
            _ => throw Unexpected(ref reader, "an object's member"),
        };
    }

    /// <summary>Whether the reader stands on this member's name; if so, it moves on to the value.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        bool same = reader.ValueIsEscaped ? DecodedEquals(ref reader, name) : reader.ValueTextEquals(name);
        if (same)
        {
            Advance(ref reader);
        }

        return same;
    }

    /// <summary>Keeps a member that the specification does not know, a null too. The last of equal names wins.</summary>
    public static void Additional(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? members) =>
        Additional(ref reader, ref members, JsonElement.ParseValue);

    /// <summary>Keeps a member beyond the named ones whose type the specification tells. The last of equal names wins.</summary>
    public static void Additional<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonValueReader<T> item)
    {
        string name = DecodedText(ref reader);
        Advance(ref reader);
        (members ??= new(StringComparer.Ordinal))[name] = item(ref reader);
    }

    /// <summary>As <see cref="Additional{T}"/>, for values that cannot be null.</summary>
    /// <exception cref="JsonException">The value is null.</exception>
    public static void AdditionalValues<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonValueReader<T?> item)
        where T : struct
    {
        string name = DecodedText(ref reader);
        Advance(ref reader);
        (members ??= new(StringComparer.Ordinal))[name] = NotNull(ref reader, item);
    }

    private static bool DecodedEquals(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            // No name of a specification is broken Unicode.
            return false;
        }
    }
}
