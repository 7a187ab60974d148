using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Evolink.Runtime.Json;

/// <summary>
/// Whether text is Unicode. Half of a surrogate pair (an emoji that was cut in two) is none: no UTF-8 says it, and an
/// encoder would send U+FFFD in its place.
/// </summary>
internal static class UnicodeText
{
    public const string Problem = "must be valid Unicode, but holds half of a surrogate pair";

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        for (int at = Surrogates.Find(text, 0); at < text.Length; at = Surrogates.Find(text, at))
        {
            if (!Surrogates.IsPair(text, at))
            {
                return false;
            }

            at += 2;
        }

        return true;
    }

    /// <summary>Whether all texts and names within a JSON value are Unicode, escaped or not.</summary>
    public static bool IsValid(JsonElement value)
    {
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(value);
        return Utf8.IsValid(json) && WireJsonRepair.AreEscapesGood(json);
    }
}
