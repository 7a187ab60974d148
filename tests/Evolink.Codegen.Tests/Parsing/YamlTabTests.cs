using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Parsing;

/// <summary>A tab is reported at itself, wherever the parser noticed it. <c>→</c> is a tab.</summary>
public sealed class YamlTabTests
{
    [Theory]
    [InlineData("a:\n→b: 1\n", 2, 1)]
    [InlineData("a:\n  b: 1\n→c: 2\n", 3, 1)]
    [InlineData("a:\n  b: text\n  →c: 2\n", 3, 3)]
    [InlineData("a:\n  b: |\n    text\n    →code\n  c: text\n→d: 2\n", 6, 1)]
    [InlineData("a:\n  - b: 1\n→  c: 2\n", 3, 1)]
    [InlineData("a:\r\n  b: 1\r\n→c: 2\r\n", 3, 1)]
    public void ATabInTheIndentation_IsReportedAtItself(string text, int line, int column)
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse(text.Replace('→', '\t'));

        Assert.Null(root);
        Assert.Contains("by spaces, not by tabs", diagnostics.AssertOne("EVO1001", line, column).Message);
    }

    [Theory]
    [InlineData("a: |\n  x\n  →code\nb:→1\n")]
    [InlineData("a: 1\n→\nb: 2\n")]
    public void ATabElsewhere_IsFine(string text) => Spec.Tree(text.Replace('→', '\t'));

    [Fact]
    public void AnotherProblem_IsNotTakenForATab() =>
        Assert.DoesNotContain("tab", Spec.Parse("a: |\n  x\n  \tcode\nb: 'open\n").Diagnostics.AssertOne("EVO1001", 4, 4).Message);
}
