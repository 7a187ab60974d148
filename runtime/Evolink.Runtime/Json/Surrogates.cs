using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Evolink.Runtime.Json;

/// <summary>
/// Looks for surrogates, eight characters at a time: a prompt has thousands, and most have none. Not by
/// <c>IndexOfAnyInRange</c>, which allocates until it is optimised.
/// </summary>
internal static class Surrogates
{
    /// <summary>The index of the first surrogate at or behind a place; the length of the text where there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, int start)
    {
        int at = start;
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        for (; at <= units.Length - Vector128<ushort>.Count; at += Vector128<ushort>.Count)
        {
            // All surrogates, and nothing else, begin with the bits 11011.
            Vector128<ushort> first = Vector128.Create(units.Slice(at, Vector128<ushort>.Count)) & Vector128.Create((ushort)0xF800);
            if (Vector128.EqualsAny(first, Vector128.Create((ushort)0xD800)))
            {
                break;
            }
        }

        while (at < text.Length && !char.IsSurrogate(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether two characters are a high surrogate and the low one that belongs to it.</summary>
    public static bool IsPair(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
