namespace Evolink.Codegen.Parsing;

/// <summary>Text of a spec as a message can hold it: one line, not too long.</summary>
internal static class MessageText
{
    public static string Truncate(string text, int longest = 40)
    {
        string line = text.Replace("\r", "").Replace('\n', ' ');
        return line.Length <= longest ? line : line.Substring(0, longest) + "…";
    }
}
