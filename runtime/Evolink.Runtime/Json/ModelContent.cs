using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>
/// Compares and prints generated values by their JSON: lists, maps and kept JSON count by what is in them. The order of an
/// object's members does not matter, that of a list does; numbers are compared by value, texts and URLs as they are written.
/// </summary>
/// <remarks>Each call writes the value once, and costs what sending it would. Nothing here throws for what cannot be written.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelContent
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether two values of one type hold the same. A value that no JSON can hold, such as NaN, is equal to itself alone.</summary>
    public static bool AreEqual<T>(T? left, T? right)
        where T : IJsonModel
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (!typeof(T).IsValueType && ReferenceEquals(left, right))
        {
            return true;
        }

        bool areWhole = TryWrite(left, out ReadOnlyMemory<byte> first) & TryWrite(right, out ReadOnlyMemory<byte> second);
        // What cannot be written has no content to compare, and a structure no reference: what could be written has to do.
        return first.Span.SequenceEqual(second.Span)
            ? (areWhole || typeof(T).IsValueType) && FileParts.AreSame(left, right)
            : areWhole && AreEqualJson(first, second) && FileParts.AreSame(left, right);
    }

    /// <summary>A hash code; equal for values that are equal.</summary>
    public static int HashOf<T>(T value)
        where T : IJsonModel
    {
        ArgumentNullException.ThrowIfNull(value);
        bool isWhole = TryWrite(value, out ReadOnlyMemory<byte> json);
        Utf8JsonReader reader = PartialJson.Start(json.Span, isWhole);
        int hash = 0;
        while (reader.Read())
        {
            // A sum, because the order of members does not count.
            hash = unchecked(hash + HashOfToken(ref reader));
        }

        return hash;
    }

    /// <summary>Prints the members as JSON, up to 4,000 characters of them and 300 of each text.</summary>
    /// <returns>Whether there are any.</returns>
    public static bool Print<T>(StringBuilder builder, T value)
        where T : IJsonModel
    {
        ArgumentNullException.ThrowIfNull(builder);
        bool isWhole = TryWrite(value, out ReadOnlyMemory<byte> json);
        int start = builder.Length;
        PartialJson.Print(builder, json.Span, isWhole, withBraces: false);
        return builder.Length > start;
    }

    /// <summary>A value as JSON, shortened as <see cref="Print"/> does; empty where it is unset.</summary>
    public static string TextOf<T>(T value)
        where T : IJsonModel
    {
        if (value is null or IOptionalValue { IsSet: false })
        {
            return "";
        }

        StringBuilder builder = new();
        bool isWhole = TryWrite(value, out ReadOnlyMemory<byte> json);
        PartialJson.Print(builder, json.Span, isWhole, withBraces: true);
        return builder.ToString();
    }

    private static bool TryWrite<T>(T value, out ReadOnlyMemory<byte> json)
        where T : IJsonModel
    {
        ArrayBufferWriter<byte> buffer = new();
        try
        {
            using Utf8JsonWriter writer = new(buffer, s_writing);
            value.WriteTo(writer);
        }
        catch (Exception unwritable) when (unwritable is ArgumentException or InvalidOperationException or JsonException)
        {
            // NaN, half a surrogate pair, JSON whose document is disposed, a value that holds itself: what came before is all that can be said.
            json = buffer.WrittenMemory;
            return false;
        }

        json = buffer.WrittenMemory;
        return true;
    }

    private static bool AreEqualJson(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right)
    {
        JsonDocumentOptions options = new() { MaxDepth = int.MaxValue };
        using JsonDocument first = JsonDocument.Parse(left, options);
        using JsonDocument second = JsonDocument.Parse(right, options);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }

    private static int HashOfToken(ref Utf8JsonReader reader)
    {
        HashCode hash = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName or JsonTokenType.String:
                hash.AddBytes(reader.ValueSpan);
                return hash.ToHashCode();
            case JsonTokenType.Number:
                return reader.TryGetDouble(out double number) ? number.GetHashCode() : 0;
            default:
                return (int)reader.TokenType;
        }
    }
}
