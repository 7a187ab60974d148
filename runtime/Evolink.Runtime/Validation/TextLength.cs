using Evolink.Runtime.Json;

namespace Evolink.Runtime.Validation;

/// <summary>Counts a text as JSON Schema does, in Unicode code points: a character beyond the first plane is one, not two.</summary>
internal static class TextLength
{
    public static int Count(string text)
    {
        int length = text.Length;
        for (int at = Surrogates.Find(text, 0); at < text.Length; at = Surrogates.Find(text, at))
        {
            bool isPair = Surrogates.IsPair(text, at);
            length -= isPair ? 1 : 0;
            at += isPair ? 2 : 1;
        }

        return length;
    }
}
