using System.Text.RegularExpressions;

namespace Evolink.Docs.Tests;

/// <summary>No block escapes, what a page names is there, and what is there has its line.</summary>
public sealed partial class FenceTests
{
    private static readonly string[] Read = ["csharp", "yaml", "sh", "text"];

    [Fact]
    public void EveryBlock_IsOfALanguageThatATestReads() =>
        Assert.Empty(AllPages.All.SelectMany(static page => page.Blocks).Where(static block => !Read.Contains(block.Language)).Select(static block => $"{block} is {block.Language}"));

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

    [Fact]
    public void EveryDiagnosticOfTheBuild_IsDocumented()
    {
        string targets = File.ReadAllText(Path.Combine(AllPages.Root, "generator/Evolink.Codegen/build/Evolink.Codegen.targets"));
        Page page = AllPages.All.Single(static one => one.Path == "docs/diagnostics.md");
        IEnumerable<string> codes = BuildCode().Matches(targets).Select(static match => $"**{match.Groups[2].Value}** ({match.Groups[1].Value.ToLowerInvariant()})").Order(StringComparer.Ordinal);
        Assert.Equal(codes, DocumentedCode().Matches(page.Text).Select(static match => match.Value));
    }

    [GeneratedRegex(@"<(Error|Warning) Code=""(EVO\d+)""")]
    private static partial Regex BuildCode();

    [GeneratedRegex(@"\*\*EVO\d+\*\* \(\w+\)")]
    private static partial Regex DocumentedCode();

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
