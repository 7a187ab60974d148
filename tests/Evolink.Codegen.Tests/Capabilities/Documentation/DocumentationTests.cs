using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Documentation;

/// <summary>Examples, defaults and bounds stand in the documentation of a property.</summary>
public sealed class DocumentationTests
{
    private static readonly Lazy<string> s_request = new(() =>
        GeneratorHarness.Run(("specs/film.yaml", CapabilityCase.SpecOf("Documentation")))["FilmRequest.g.cs"]);

    [Theory]
    [InlineData("Example: Dune &amp; Co &lt;1984&gt;")]
    [InlineData("At least 1 character.")]
    [InlineData("Default: 5.")]
    [InlineData("Example: 30")]
    [InlineData("At least 1, at most 60.")]
    [InlineData("At least 1 item.")]
    [InlineData("Exactly 2 items.")]
    public void AFactOfTheSchema_IsInTheDocumentation(string fact) => Assert.Contains(fact, s_request.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("The text, 25 words.", "maxLength: 2500", "At most 2500 characters.")]
    [InlineData("At least 0.25 wide.", "type: number, minimum: 25", "At least 25.")]
    public void AFactThatTheProseDoesNotState_IsSaid(string prose, string schema, string fact) =>
        Assert.Contains(fact, MemberDoc($"{{{schema}{(schema.Contains("type", StringComparison.Ordinal) ? "" : ", type: string")}, description: \"{prose}\"}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("At most 2500 characters", "type: string, maxLength: 2500")]
    [InlineData("At most 2,500 characters.", "type: string, maxLength: 2500")]
    [InlineData("Seconds, 3 to 30; defaults to 5.", "type: integer, minimum: 3, maximum: 30, default: 5")]
    [InlineData("`720p` (default) or `1080p`; the default is 720p", "type: string, enum: [720p, 1080p], default: 720p, example: 1080p")]
    public void ALimitThatTheProseStates_IsNotStatedTwice(string prose, string schema) =>
        Assert.DoesNotContain("<remarks>", MemberDoc($"{{{schema}, description: \"{prose}\"}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Modes:\\n- **fast** is quick\\n- `slow` is\\n  better", "<list type=\"bullet\">|<item><description><b>fast</b> is quick</description></item>|<item><description><c>slow</c> is better</description></item>|</list>")]
    [InlineData("1. one\\n2) two", "<list type=\"number\">|<item><description>one</description></item>|<item><description>two</description></item>|</list>")]
    [InlineData("See [the page](https://example.com/a?b=1&c=2).", "<see href=\"https://example.com/a?b=1&amp;c=2\">the page</see>")]
    [InlineData("See [the page](javascript:alert(1)) or [this](../x.md).", "See [the page](javascript:alert(1)) or this.")]
    [InlineData("[a](https://x.com/*) or [b](https://y.com/*)", "<see href=\"https://x.com/*\">a</see> or <see href=\"https://y.com/*\">b</see>")]
    [InlineData("**See [docs**](https://x.com)", "**See <see href=\"https://x.com\">docs**</see>")]
    [InlineData("**[docs](https://x.com)** or [*both*](https://y.com)", "<b><see href=\"https://x.com\">docs</see></b> or <see|href=\"https://y.com\"><i>both</i></see>")]
    [InlineData("Used with `other_member` only.", "Used with <see cref=\"OtherMember\"/> only.")]
    [InlineData("# Title\\nText *of* it, 2*3*4.", "<para><b>Title</b></para>|<para>Text <i>of</i> it, 2*3*4.</para>")]
    [InlineData("| a | b |\\n|---|---|\\n| 1 | x < y |", "<listheader><term>a</term><description>b</description></listheader>|<item><term>1</term><description>x &lt; y</description></item>")]
    [InlineData("Such as:\\n```json\\n{ \\\"a\\\": 1 }\\n```", "<code>|{ \"a\": 1 }|</code>")]
    [InlineData("A <br/> in `<see cref='x'/>` and </summary>.", "A   in <c>&lt;see cref='x'/&gt;</c> and &lt;/summary&gt;.")]
    public void Markdown_BecomesTheMarkupOfDocumentation(string prose, string expected)
    {
        string doc = MemberDoc($"{{type: string, description: \"{prose}\"}}");
        _ = System.Xml.Linq.XElement.Parse($"<doc>{doc.Replace("/// ", "", StringComparison.Ordinal)}</doc>");
        Assert.All(expected.Split('|'), line => Assert.Contains(line, doc, StringComparison.Ordinal));
    }

    [Fact]
    public void ARequestThatSaysNothing_IsDescribedByItsOperation()
    {
        string spec = CapabilityCase.SpecOf("Documentation").Replace("operationId: putDocumentation",
            "operationId: putDocumentation\n      summary: Film API\n      description: \"Makes a film.\\n\\nIt takes `minutes`.\"\n      externalDocs: {url: https://example.com/film, description: The page}", StringComparison.Ordinal);
        string request = GeneratorHarness.Run(("specs/film.yaml", spec))["FilmRequest.g.cs"];
        Assert.Contains("/// <summary>Makes a film.</summary>\n/// <remarks>\n/// <para>It takes <c>minutes</c>.</para>\n/// <para><see href=\"https://example.com/film\">The page</see></para>", request, StringComparison.Ordinal);
    }

    /// <summary>What stands above a property, without what begins its lines.</summary>
    private static string MemberDoc(string schema)
    {
        string spec = CapabilityCase.SpecOf("Documentation").Replace("shots: {", $"other_member: {{type: string}}\n        member: {schema}\n        shots: {{", StringComparison.Ordinal);
        string[] lines = GeneratorHarness.Run(("specs/film.yaml", spec))["FilmRequest.g.cs"].Split('\n');
        int end = Array.FindIndex(lines, line => line.Contains("JsonPropertyName(\"member\")", StringComparison.Ordinal));
        int start = Array.FindLastIndex(lines, end, line => line.Length == 0);
        return string.Join('\n', lines[(start + 1)..end].Select(line => line.Trim()));
    }
}
