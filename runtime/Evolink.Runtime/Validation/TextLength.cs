namespace Evolink.Runtime.Validation;

/// <summary>Counts a text as JSON Schema does, in Unicode code points: a character beyond the first plane is one, not two.</summary>
internal static class TextLength
{
    public static int Count(string text)
    {
        int length = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                length--;
                i++;
            }
        }

        return length;
    }
}
