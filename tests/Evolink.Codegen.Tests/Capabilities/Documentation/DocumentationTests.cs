using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Documentation;

/// <summary>Examples, defaults and bounds stand in the documentation of a property.</summary>
public sealed class DocumentationTests
{
    private static readonly Lazy<string> Request = new(() =>
        GeneratorHarness.Run(("specs/film.yaml", CapabilityCase.SpecOf("Documentation")))["FilmRequest.g.cs"]);

    [Theory]
    [InlineData("Example: Dune &amp; Co &lt;1984&gt;")]
    [InlineData("At least 1 character.")]
    [InlineData("Default: 5.")]
    [InlineData("Example: 30")]
    [InlineData("At least 1, at most 60.")]
    [InlineData("At least 1 item.")]
    [InlineData("Exactly 2 items.")]
    public void AFactOfTheSchema_IsInTheDocumentation(string fact) => Assert.Contains($"<para>{fact}</para>", Request.Value, StringComparison.Ordinal);
}
