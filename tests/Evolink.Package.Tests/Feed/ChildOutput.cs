using System.Text.RegularExpressions;

namespace Evolink.Package.Tests;

/// <summary>What a child process did and wrote. Every assertion shows all of it.</summary>
internal sealed partial record ChildOutput(string Command, int ExitCode, string Text)
{
    /// <summary>The errors and warnings of a build, each once, without the project's name at the end.</summary>
    public IReadOnlyList<string> Problems { get; } =
        [.. ProblemLine().Matches(Text).Select(static line => line.Value.Trim()).Distinct()];

    public ChildOutput Succeeded()
    {
        Assert.True(ExitCode == 0, $"`{Command}` ended with {ExitCode}:\n{Text}");
        return this;
    }

    public ChildOutput SucceededWithoutAWarning()
    {
        Succeeded();
        Assert.True(Problems.Count == 0, $"`{Command}` has something to say:\n{Text}");
        return this;
    }

    public ChildOutput Failed()
    {
        Assert.True(ExitCode != 0, $"`{Command}` should have failed:\n{Text}");
        return this;
    }

    public void Says(string expected) => Assert.True(Text.Contains(expected, StringComparison.Ordinal), $"Not there: {expected}\n{Text}");

    [GeneratedRegex(@"^.*(error|warning) [A-Z]+\d+: .*?(?= \[[^\[]*\]$|$)", RegexOptions.Multiline)]
    private static partial Regex ProblemLine();
}
