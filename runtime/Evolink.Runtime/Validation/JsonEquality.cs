using System.Buffers;
using System.Collections;
using System.Text.Json;

namespace Evolink;

/// <summary>Whether two values are the same JSON.</summary>
internal static class JsonEquality
{
    /// <summary>The first two positions that hold equal items; null where all differ.</summary>
    public static (int First, int Second)? FindRepeated<T>(IReadOnlyList<T> items)
    {
        for (int second = 1; second < items.Count; second++)
        {
            for (int first = 0; first < second; first++)
            {
                if (Of<T>.AreEqual(items[first], items[second]))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    private static bool AreEqual(object? left, object? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        return (left, right) switch
        {
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (JsonElement a, JsonElement b) => JsonElement.DeepEquals(a, b),
            // Uri's own equality leaves the fragment out and normalises.
            (Uri a, Uri b) => string.Equals(a.OriginalString, b.OriginalString, StringComparison.Ordinal),
            (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
            (IJsonModel a, IJsonModel b) => HaveEqualJson(a, b),
            (IEnumerable a, IEnumerable b) => HaveEqualItems(a, b),
            _ => left.Equals(right),
        };
    }

    // A record's own equality compares its lists by reference.
    private static bool HaveEqualJson(IJsonModel left, IJsonModel right)
    {
        using JsonDocument a = Written(left);
        using JsonDocument b = Written(right);
        return JsonElement.DeepEquals(a.RootElement, b.RootElement);
    }

    private static JsonDocument Written(IJsonModel model)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            model.WriteTo(writer);
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static bool HaveEqualItems(IEnumerable left, IEnumerable right)
    {
        IEnumerator a = left.GetEnumerator();
        IEnumerator b = right.GetEnumerator();
        while (true)
        {
            bool hasMore = a.MoveNext();
            if (hasMore != b.MoveNext())
            {
                return false;
            }

            if (!hasMore || !AreEqual(a.Current, b.Current))
            {
                return !hasMore;
            }
        }
    }

    // Chosen once for a type, so that plain values are compared without boxing.
    private static class Of<T>
    {
        public static readonly Func<T, T, bool> AreEqual = IsPlain(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T))
            ? EqualityComparer<T>.Default.Equals
            : static (left, right) => JsonEquality.AreEqual(left, right);

        // Of the generated value types only a union can hold a list or a record, and only a union checks itself; an enum
        // is its wire value.
        private static bool IsPlain(Type type) =>
            type.IsValueType && type != typeof(JsonElement) && !typeof(IValidatable).IsAssignableFrom(type);
    }
}
