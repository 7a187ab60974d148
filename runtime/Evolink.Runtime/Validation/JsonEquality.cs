using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Validation;

/// <summary>Whether two values are the same JSON.</summary>
internal static class JsonEquality
{
    // Below it, comparing each with each costs less than a table, and allocates nothing.
    private const int FewItems = 16;

    /// <summary>The first two positions that hold equal items; null where all differ.</summary>
    public static (int First, int Second)? FindRepeated<T>(IReadOnlyList<T> items) =>
        items.Count <= FewItems ? FindAmongFew(items) : FindAmongMany(items);

    private static (int First, int Second)? FindAmongFew<T>(IReadOnlyList<T> items)
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

    // Each position with the hash of its item. Items of one hash are compared; a null is an item like any other.
    private static (int First, int Second)? FindAmongMany<T>(IReadOnlyList<T> items)
    {
        Dictionary<int, int> last = new(items.Count);
        int[] previous = new int[items.Count];
        for (int second = 0; second < items.Count; second++)
        {
            int hash = Of<T>.HashOf(items[second]);
            previous[second] = last.GetValueOrDefault(hash, -1);
            (int First, int Second)? found = null;
            for (int first = previous[second]; first >= 0; first = previous[first])
            {
                found = Of<T>.AreEqual(items[first], items[second]) ? (first, second) : found;
            }

            if (found is not null)
            {
                return found;
            }

            last[hash] = second;
        }

        return null;
    }

    private static int HashOf(object? value) => value switch
    {
        null => 0,
        JsonElement json => JsonHash.Compute(json),
        Uri uri => uri.OriginalString.GetHashCode(StringComparison.Ordinal),
        byte[] bytes => JsonHash.Compute(bytes),
        IJsonModel model => HashOfJson(model),
        string text => text.GetHashCode(StringComparison.Ordinal),
        IEnumerable items => HashOfItems(items),
        _ => HashOfPlain(value),
    };

    // .NET's own hashes of 64 bits and more fold one half onto the other: lists are easily made whose items all have one hash.
    private static int HashOfPlain<T>(T value) => value switch
    {
        long number => HashCode.Combine((int)number, (int)(number >> 32)),
        ulong number => HashOfPlain((long)number),
        decimal number => HashOfDecimal(number),
        double number => HashOfPlain(number == 0 ? 0 : BitConverter.DoubleToInt64Bits(number)),
        DateTimeOffset time => HashOfPlain(time.UtcTicks),
        TimeSpan span => HashOfPlain(span.Ticks),
        IJsonModel named => HashOfNamed(named),
        Guid id => JsonHash.Compute(id.ToByteArray()),
        _ => value?.GetHashCode() ?? 0,
    };

    // A generated enum of numbers, with the hash of its number.
    private static int HashOfNamed(IJsonModel named) =>
        named.ToString() is [(>= '0' and <= '9') or '-', ..] ? HashOfJson(named) : named.GetHashCode();

    // By the digits without the zeros at their end: 1.0 and 1.00 are one number, and zero has no sign.
    private static int HashOfDecimal(decimal number)
    {
        if (number == 0) return 0;
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        UInt128 digits = new((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        int scale = (parts[3] >> 16) & 0xFF;
        for (; scale > 0 && digits % 10 == 0; scale--) digits /= 10;
        return HashCode.Combine(HashOfPlain((long)(ulong)digits), (int)(uint)(digits >> 64), scale, parts[3] < 0);
    }

    private static int HashOfJson(IJsonModel model)
    {
        using JsonDocument? json = Written(model);

        // What cannot be written equals nothing, so that it needs no hash that another one has.
        return json is null ? RuntimeHelpers.GetHashCode(model) : JsonHash.Compute(json.RootElement);
    }

    private static int HashOfItems(IEnumerable items)
    {
        HashCode hash = default;
        foreach (object? item in items)
        {
            hash.Add(HashOf(item));
        }

        return hash.ToHashCode();
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
            (JsonElement a, JsonElement b) => AreEqual(a, b),
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
        using JsonDocument? a = Written(left);
        using JsonDocument? b = Written(right);
        return a is not null && b is not null && AreEqual(a.RootElement, b.RootElement);
    }

    // Null for what no JSON says: a number that is not finite, an object that contains itself. Rules of their own say so.
    private static JsonDocument? Written(IJsonModel model)
    {
        ArrayBufferWriter<byte> buffer = new();
        try
        {
            using Utf8JsonWriter writer = new(buffer);
            model.WriteTo(writer);
        }
        catch (Exception unwritable) when (unwritable is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }

        return JsonDocument.Parse(buffer.WrittenMemory, JsonDepth.Unlimited);
    }

    /// <summary>Whether two JSON values are equal. What holds half of a surrogate pair, or is too deep to be compared, equals nothing.</summary>
    public static bool AreEqual(JsonElement one, JsonElement other)
    {
        try
        {
            return JsonDepth.HasRoom(one) && JsonDepth.HasRoom(other) && JsonElement.DeepEquals(one, other);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
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

        public static readonly Func<T, int> HashOf = IsPlain(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T))
            ? HashOfPlain
            : static value => JsonEquality.HashOf(value);

        // Of the generated value types only a union can hold a list or a record, and only a union checks itself; an enum
        // is its wire value.
        private static bool IsPlain(Type type) =>
            type.IsValueType && type != typeof(JsonElement) && !typeof(IValidatable).IsAssignableFrom(type);
    }
}
