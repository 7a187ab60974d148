using System.Text.RegularExpressions;

namespace Evolink.Docs.Tests;

/// <summary>What the package's targets say is on the pages, and what the pages quote is what they say.</summary>
public sealed partial class BuildDiagnosticTests
{
    [Fact]
    public void EveryDiagnosticOfTheBuild_IsDocumented()
    {
        string targets = Targets();
        Page page = AllPages.All.Single(static one => one.Path == "docs/diagnostics.md");
        IEnumerable<string> codes = BuildCode().Matches(targets).Select(static match => $"**{match.Groups[2].Value}** ({match.Groups[1].Value.ToLowerInvariant()})").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(codes, DocumentedCode().Matches(page.Text).Select(static match => match.Value));
    }

    [Fact]
    public void EverySentenceOfTheBuild_IsQuotedAsItIs()
    {
        Page page = AllPages.All.Single(static one => one.Path == "docs/use-the-package.md");
        MatchCollection quotes = BuildQuote().Matches(page.Text);
        Assert.Equal(5, quotes.Count);
        Assert.All(quotes, static quote => Assert.Matches($"Code=\"{quote.Groups[1].Value}\"[^/]*Text=\"{Regex.Escape(quote.Groups[2].Value)}", Targets()));
    }

    private static string Targets() => File.ReadAllText(Path.Combine(AllPages.Root, "generator/Evolink.Codegen/build/Evolink.Codegen.targets"));

    [GeneratedRegex(@"^\| `(EVO\d+)` \*(.+)\* \|", RegexOptions.Multiline)]
    private static partial Regex BuildQuote();

    [GeneratedRegex(@"<(Error|Warning) Code=""(EVO\d+)""")]
    private static partial Regex BuildCode();

    [GeneratedRegex(@"\*\*EVO\d+\*\* \(\w+\)")]
    private static partial Regex DocumentedCode();
}
