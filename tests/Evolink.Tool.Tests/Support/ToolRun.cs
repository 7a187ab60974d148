using System.Text.Json;

namespace Evolink.Tool.Tests.Support;

/// <summary>What a run of the command wrote and ended with. Every assertion shows all of it.</summary>
internal sealed record ToolRun(string Command, int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The output as if no line of it ended: a help text is as wide as the terminal.</summary>
    public string Text => OnOneLine(Out);

    public JsonElement Json => JsonElement.Parse(Out);

    public ToolRun Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"`evolink {Command}` ended with {ExitCode} and not {exitCode}.\n{this}");
        return this;
    }

    public ToolRun Says(string text)
    {
        Assert.True(Error.Contains(text, StringComparison.Ordinal), $"Not said: {text}\n{this}");
        return this;
    }

    public static string OnOneLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    public override string ToString() => $"evolink {Command}\n--- out\n{Out}\n--- error\n{Error}";
}
