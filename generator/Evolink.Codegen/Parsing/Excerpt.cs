namespace Evolink.Codegen.Parsing;

/// <summary>Text of a spec as a message can hold it: one line, not too long.</summary>
internal static class Excerpt
{
    public static string Of(string text, int longest = 40)
    {
        var line = text.Replace("\r", "").Replace('\n', ' ');
        return line.Length <= longest ? line : line.Substring(0, longest) + "…";
    }
}
