using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Evolink.Runtime.Validation;

/// <summary>
/// Hashes JSON so that equal values have one hash, as <see cref="JsonElement.DeepEquals"/> has it: members in any order,
/// numbers by their value, texts by what their escapes stand for.
/// </summary>
internal static class JsonHash
{
    // Of deeper parts only the texts and the numbers count, wherever they stand: that needs no call stack.
    private const int MostLevels = 64;

    public static int Compute(JsonElement value) => Compute(value, MostLevels);

    public static int Compute(ReadOnlySpan<byte> bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private static int Compute(JsonElement value, int levels) => value.ValueKind switch
    {
        _ when levels == 0 => OfTokens(JsonMarshal.GetRawUtf8Value(value)),
        JsonValueKind.Object => OfMembers(value, levels - 1),
        JsonValueKind.Array => OfItems(value, levels - 1),
        JsonValueKind.String => OfText(JsonMarshal.GetRawUtf8Value(value)[1..^1], static value => value.GetString(), value),
        JsonValueKind.Number => OfNumber(JsonMarshal.GetRawUtf8Value(value)),
        var kind => (int)kind,
    };

    private static int OfItems(JsonElement array, int levels)
    {
        HashCode hash = default;
        hash.Add(array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray())
        {
            hash.Add(Compute(item, levels));
        }

        return hash.ToHashCode();
    }

    private static int OfMembers(JsonElement json, int levels)
    {
        // A sum, as it is the same in every order.
        int sum = json.GetPropertyCount();
        foreach (JsonProperty member in json.EnumerateObject())
        {
            int name = OfText(JsonMarshal.GetRawUtf8PropertyName(member), static member => member.Name, member);
            sum += HashCode.Combine(name, Compute(member.Value, levels));
        }

        return sum;
    }

    private static int OfText<T>(ReadOnlySpan<byte> raw, Func<T, string?> decode, T value)
    {
        if (!raw.Contains((byte)'\\'))
        {
            return Compute(raw);
        }

        try
        {
            return Compute(Encoding.UTF8.GetBytes(decode(value) ?? ""));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: it equals nothing, itself included, and so needs no hash that another one has.
            return RuntimeHelpers.GetHashCode(new object());
        }
    }

    // A sum, as it is the same in every order.
    private static int OfTokens(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        int sum = 0;
        while (reader.Read())
        {
            sum += reader.TokenType switch
            {
                JsonTokenType.Number => OfNumber(reader.ValueSpan),
                JsonTokenType.String or JsonTokenType.PropertyName => reader.ValueIsEscaped ? OfEscaped(ref reader) : Compute(reader.ValueSpan),
                var token => (int)token,
            };
        }

        return sum;
    }

    private static int OfEscaped(ref Utf8JsonReader reader)
    {
        try
        {
            return Compute(Encoding.UTF8.GetBytes(reader.GetString()!));
        }
        catch (InvalidOperationException)
        {
            return RuntimeHelpers.GetHashCode(new object());
        }
    }

    // By the significant digits and the place of the first of them: 1, 1.0 and 1e0 are one number.
    private static int OfNumber(ReadOnlySpan<byte> text)
    {
        bool isNegative = text is [(byte)'-', ..];
        int end = text.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = (end < 0 ? text : text[..end]).TrimStart((byte)'-');
        int point = mantissa.IndexOf((byte)'.');
        long place = point < 0 ? mantissa.Length : point;
        HashCode hash = default;
        int zeros = 0;
        bool hasDigits = false;
        foreach (byte digit in mantissa)
        {
            if (digit == (byte)'.')
            {
                continue;
            }

            if (digit == (byte)'0')
            {
                zeros++;
                continue;
            }

            // Zeros before the first digit move it, zeros after the last one are none.
            place -= hasDigits ? 0 : zeros;
            for (; hasDigits && zeros > 0; zeros--)
            {
                hash.Add((byte)'0');
            }

            hash.Add(digit);
            hasDigits = true;
            zeros = 0;
        }

        if (!hasDigits)
        {
            return 0;
        }

        // An exponent beyond 64 bits is left out: it only has to be the same for equal numbers, which are rare there.
        hash.Add(end >= 0 && long.TryParse(text[(end + 1)..], System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long exponent) ? place + exponent : end >= 0 ? 0 : place);
        hash.Add(isNegative);
        return hash.ToHashCode();
    }
}
