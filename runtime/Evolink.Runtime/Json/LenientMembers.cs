using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>
/// Reads the members of a response's object. A value that does not fit its member leaves the member unset and is kept as it came:
/// one spoiled member never costs the others.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct LenientMembers
{
    private ReadOnlySpan<byte> _name;
    private Dictionary<string, JsonElement>? _kept;
    private bool _keepsNamed;

    /// <summary>By name, what is no member of the type or does not fit its member; null where there is none.</summary>
    public readonly Dictionary<string, JsonElement>? Kept => _kept is { Count: > 0 } ? _kept : null;

    private readonly string Name => Encoding.UTF8.GetString(_name);

    /// <summary>Whether the reader stands on this member's name; if so, it moves on to the value.</summary>
    /// <param name="reader">On a member's name.</param>
    /// <param name="name">The member's name.</param>
    public bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!JsonRead.Is(ref reader, name)) return false;
        _name = name;
        return true;
    }

    /// <summary>Reads the value of the member that was asked for last.</summary>
    /// <param name="reader">On the value's first token; left on its last.</param>
    /// <param name="current">What the member holds already: a second member of one name replaces it only with a value that fits.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value; where it is null or does not fit, <paramref name="current"/>.</returns>
    /// <exception cref="JsonException">The document itself is broken.</exception>
    public T Read<T>(ref Utf8JsonReader reader, T current, JsonValueReader<T> read)
    {
        // Only a container can be read in part, and then has to be read once more as it came.
        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return ReadContainer(ref reader, current, read);
        return LenientRead.Fits(ref reader, read, out T? value) ? Newest(value, current) : Unfit(ref reader, current);
    }

    /// <summary>Keeps a member that the specification does not know, a null too. The last of equal names wins.</summary>
    public void Additional(ref Utf8JsonReader reader)
    {
        string name = LenientRead.DecodedText(ref reader);
        JsonToken.Advance(ref reader);
        Keep(name, ref reader);
    }

    /// <summary>Reads a member beyond the named ones whose type the specification tells; a null or what does not fit is kept as it came.</summary>
    public void Additional<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonValueReader<T?> item)
        where T : notnull
    {
        string name = EnterAdditional(ref reader);
        if (Read(ref reader, default, item) is { } value) (members ??= new(StringComparer.Ordinal))[name] = value;
        else if (reader.TokenType == JsonTokenType.Null) KeepNamed(ref reader);
    }

    /// <inheritdoc cref="Additional{T}"/>
    public void AdditionalValues<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonValueReader<T?> item)
        where T : struct
    {
        string name = EnterAdditional(ref reader);
        if (Read(ref reader, default, item) is { } value) (members ??= new(StringComparer.Ordinal))[name] = value;
        else if (reader.TokenType == JsonTokenType.Null) KeepNamed(ref reader);
    }

    /// <summary>As <see cref="Additional{T}"/>, where a null is a value.</summary>
    public void NullableAdditional<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonValueReader<T> item)
    {
        string name = EnterAdditional(ref reader);
        bool isNull = reader.TokenType == JsonTokenType.Null;
        T? value = Read(ref reader, default, item!);
        if (isNull || value is not null) (members ??= new(StringComparer.Ordinal))[name] = value!;
    }

    private string EnterAdditional(ref Utf8JsonReader reader)
    {
        string name = LenientRead.DecodedText(ref reader);
        JsonToken.Advance(ref reader);
        _name = Encoding.UTF8.GetBytes(name);
        return name;
    }

    private T ReadContainer<T>(ref Utf8JsonReader reader, T current, JsonValueReader<T> read)
    {
        Utf8JsonReader start = reader;
        int leftOut = LenientRead.LeftOut;
        if (!LenientRead.Fits(ref reader, read, out T? value))
        {
            reader = start;
            return Unfit(ref reader, current);
        }

        T newest = Newest(value, current);
        if (LenientRead.LeftOut != leftOut)
        {
            // What was left out is kept here, and is nothing to the object that holds this one.
            LenientRead.LeftOut = leftOut;
            KeepNamed(ref start);
        }

        return newest;
    }

    private readonly T Newest<T>(T? value, T current)
    {
        if (value is null) return current;
        if (_keepsNamed) _kept!.Remove(Name);
        return value;
    }

    // Not kept beside a value that fits: an object has one member of a name.
    private T Unfit<T>(ref Utf8JsonReader reader, T current)
    {
        if (current is null) KeepNamed(ref reader);
        else reader.TrySkip();
        return current;
    }

    private void KeepNamed(ref Utf8JsonReader reader)
    {
        _keepsNamed = true;
        Keep(Name, ref reader);
    }

    private void Keep(string name, ref Utf8JsonReader reader) => (_kept ??= new(StringComparer.Ordinal))[name] = LenientRead.AnyElement(ref reader);
}
