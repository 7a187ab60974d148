using YamlDotNet.Core;

namespace Evolink.Codegen.Parsing;

/// <summary>Turns an error of YamlDotNet into a sentence that says what to do.</summary>
internal static class YamlProblem
{
    public static SpecSyntaxException Describe(YamlException problem, YamlText text)
    {
        (int line, int column) = text.PlaceOf(problem.Start);
        string cause = problem.Message.TrimEnd('.');
        return YamlTabs.Find(text.Text, line, isAboutTabs: cause.Contains("tab")) is { } tab
            ? new SpecSyntaxException(tab.Line, tab.Column, "This is not valid YAML: a tab stands in the indentation here. Indent by spaces, not by tabs.")
            : new SpecSyntaxException(line, column, $"This is not valid YAML: {cause}. {Advice(cause)}");
    }

    public static SpecSyntaxException Unclosed(OpenContainer? container)
    {
        (int line, int column) = container is null ? (1, 1) : (container.Line, container.Column);
        return new SpecSyntaxException(line, column, "This is not valid YAML: what starts here is not closed. Add the missing '}' or ']', or quote the text if no list or mapping is meant.");
    }

    public static SpecSyntaxException HalfEscaped(OpenContainer? container)
    {
        (int line, int column) = container is null ? (1, 1) : (container.Line, container.Column);
        return new SpecSyntaxException(line, column, "This is not valid YAML: within what starts here, an escape in double quotes is half of a character. Write both \\u escapes of the pair, or the character itself.");
    }

    private static string Advice(string cause)
    {
        if (cause.EndsWith("invalid mapping", System.StringComparison.Ordinal))
        {
            return "Quote the text if it contains a colon, and check the indentation.";
        }

        return cause.EndsWith("cannot start any token", System.StringComparison.Ordinal)
            ? "Quote the text."
            : "Check the indentation, quotes and brackets here and in the line above.";
    }
}
