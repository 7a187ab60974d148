using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Parsing;

public class YamlTreeTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void KeysAndValues_KnowLineAndColumn(string newLine)
    {
        SpecNode root = Spec.Tree(string.Join(newLine, "\uFEFF# a comment", "a: 1", "b:", "  - x", "  - \"😀\": here", ""));

        Assert.Equal(("b", 3, 1), (root.Members[1].Name, root.Members[1].Line, root.Members[1].Column));
        SpecNode map = root.At("/b/1")!;
        Assert.Equal((5, 5), (map.Line, map.Column));
        Assert.Equal((5, 11), (map["😀"]!.Line, map["😀"]!.Column));
    }

    [Fact]
    public void AByteOrderMark_DoesNotMoveTheFirstLine() => Assert.Equal(4, Spec.Tree("\uFEFFa: 1")["a"]!.Column);

    [Fact]
    public void ANumericKey_IsItsText() => Assert.Equal("""{"200":1,"true":2,"null":3}""", Spec.Tree("200: 1\ntrue: 2\nnull: 3\n").Json());

    [Fact]
    public void ABlockScalarThatStartsWithALongerBlankLine_IsRead()
    {
        SpecNode root = Spec.Tree("a: |\n        \n  text\n      \n  more\nb: 1\n");

        Assert.Equal("\ntext\n\nmore\n", root["a"]!.Text);
        Assert.Equal(6, root["b"]!.Line);
    }

    [Fact]
    public void UnicodeLineSeparators_AreTextAsInYaml12()
    {
        SpecNode root = Spec.Tree("a: |\n  one\u2028two\u0085three\nb: \"x\u2029y\"\nc: 1\n");

        Assert.Equal("one\u2028two\u0085three\n", root["a"]!.Text);
        Assert.Equal("x\u2029y", root["b"]!.Text);
        Assert.Equal(4, root["c"]!.Line);
    }

    [Fact]
    public void ADuplicateKey_IsReportedAtTheSecond_AndTheFirstWins()
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse("a: 1\nb:\n  c: 1\n  'c': {d: 2}\n");

        Assert.Equal("""{"a":1,"b":{"c":1}}""", root!.Json());
        Assert.Contains("line 3", diagnostics.AssertOne("EVO1004", 4, 3).Message);
    }

    [Fact]
    public void ASecondDocument_IsReportedAndNotRead()
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse("a: 1\n---\nb: [\n");

        Assert.Equal("""{"a":1}""", root!.Json());
        diagnostics.AssertOne("EVO1009", 2, 1);
    }

    [Fact]
    public void AnAlias_IsACopyWithThePositionOfTheOriginal()
    {
        SpecNode root = Spec.Tree("a: &x {n: [1, &k two]}\nb: *x\nc: *k\n*k : 3\n");

        Assert.Equal("""{"a":{"n":[1,"two"]},"b":{"n":[1,"two"]},"c":"two","two":3}""", root.Json());
        Assert.Equal("/b/n/0", root.At("/b/n/0")!.Pointer);
        Assert.Equal((1, 12), (root.At("/b/n/0")!.Line, root.At("/b/n/0")!.Column));
    }

    [Fact]
    public void AnAliasWithinItself_IsReportedAndNull()
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse("a: &x\n  b: *x\n");

        Assert.Equal("""{"a":{"b":null}}""", root!.Json());
        Assert.Contains("within", diagnostics.AssertOne("EVO1001", 2, 6).Message);
    }

    [Fact]
    public void AnAliasWithoutAnchor_IsReportedAndNull()
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse("a: *nope\n");

        Assert.Equal("""{"a":null}""", root!.Json());
        Assert.Contains("&nope", diagnostics.AssertOne("EVO1001", 1, 4).Message);
    }

    [Theory]
    [InlineData("a: 1\n? [b]\n: 2\n", 2, 3)]
    [InlineData("a: {{x}}\n", 1, 5)]
    [InlineData("? &a {}\n: 1\n", 1, 3)]
    [InlineData("a: b: c\n", 1, 5)]
    [InlineData("a:\n  b: 1\n c: 2\n", 3, 2)]
    [InlineData("a: 'x\n", 1, 4)]
    [InlineData("a:\n  b: [1, 2\nc: 3\n", 2, 6)]
    [InlineData("a: @x\n", 1, 4)]
    [InlineData("a: x\u0000y\n", 1, 5)]
    [InlineData("a: \"\\q\"\n", 1, 4)]
    [InlineData("openapi 3.1.0\ninfo:\n  title: x\n", 2, 5)]
    public void BadSyntax_IsOneDiagnosticAtItsPlace(string yaml, int line, int column)
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse(yaml);

        Assert.Null(root);
        diagnostics.AssertOne("EVO1001", line, column);
    }

    [Fact]
    public void ATabAsIndentation_IsNamed()
    {
        (SpecNode? _, List<SpecDiagnostic> diagnostics) = Spec.Parse("a:\n\tb: 1\n");

        Assert.Contains("spaces, not by tabs", Assert.Single(diagnostics).Message);
    }
}
