using System.Text.RegularExpressions;

namespace Evolink.Docs.Tests;

/// <summary>No block escapes, and what a page names is there.</summary>
public sealed partial class FenceTests
{
    private static readonly string[] s_read = ["csharp", "yaml", "xml", "sh", "ini", "text"];

    [Fact]
    public void EveryBlock_IsOfALanguageThatATestReads() =>
        Assert.Empty(AllPages.All.SelectMany(static page => page.Blocks).Where(static block => !s_read.Contains(block.Language)).Select(static block => $"{block} is {block.Language}"));

    [Fact]
    public void EverySeverity_IsOfADiagnosticThatThereIs()
    {
        string table = AllPages.All.Single(static page => page.Path == "docs/diagnostics.md").Text;
        MatchCollection severities = Severity().Matches(string.Concat(AllPages.Blocks("ini").Select(static block => block.Text)));
        Assert.NotEmpty(severities);
        Assert.All(severities, severity => Assert.Contains($"| {severity.Groups[1].Value} |", table, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryPathInAShellBlock_IsThere()
    {
        IEnumerable<string> missing =
            from block in AllPages.Blocks("sh")
            from word in block.Text.Split([' ', '\n'])
            where word.StartsWith("samples/", StringComparison.Ordinal) || word.StartsWith("tests/", StringComparison.Ordinal) || word.StartsWith("runtime/", StringComparison.Ordinal) || word == "specs"
            where !Path.Exists(Path.Combine(AllPages.Root, word))
            select $"{block}: {word}";
        Assert.Empty(missing);
    }

    [Fact]
    public void EveryLinkBetweenPages_LeadsSomewhere()
    {
        IEnumerable<string> broken =
            from page in AllPages.All
            from link in Link().Matches(page.Text).Select(static match => match.Groups["to"].Value)
            where !link.Contains("://", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(AllPages.Root, Path.GetDirectoryName(page.Path)!, link))
            select $"{page.Path}: {link}";
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"dotnet_diagnostic\.(\w+)\.severity")]
    private static partial Regex Severity();

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
