using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Parsing;

public class JsonTreeTests
{
    [Theory]
    [InlineData("spec.json")]
    [InlineData("spec.yaml")]
    public void KeysAndValues_KnowLineAndColumn(string file)
    {
        SpecNode root = Spec.Tree("\uFEFF{\r\n  \"😀é\": [ 1.0,\n\t\"x\" ], \"b\": {}\r\n}", file);

        Assert.Equal(("😀é", 2, 3), (root.Members[0].Name, root.Members[0].Line, root.Members[0].Column));
        Assert.Equal((2, 12), (root.At("/😀é/0")!.Line, root.At("/😀é/0")!.Column));
        Assert.Equal((3, 2), (root.At("/😀é/1")!.Line, root.At("/😀é/1")!.Column));
        Assert.Equal((3, 14), (root["b"]!.Line, root["b"]!.Column));
    }

    [Fact]
    public void EveryKind_ComesBackAsWritten()
    {
        const string Json = """{"a":1.0,"b":-0,"c":1e400,"d":123456789012345678901234567890,"e":null,"f":[true,false,"1"],"g":{"":{}}}""";

        Assert.Equal(Json, Spec.Tree(Json, "spec.json").Json());
    }

    [Fact]
    public void ADuplicateKey_IsReportedAtTheSecond_AndTheFirstWins()
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse("{\n  \"a\": 1,\n  \"\\u0061\": {\"b\": 2}\n}", "spec.json");

        Assert.Equal("""{"a":1}""", root!.Json());
        diagnostics.AssertOne("EVO1004", 3, 3);
    }

    [Theory]
    [InlineData("{\n  \"é\": 1,\n}", 3, 1)]
    [InlineData("{\n  \"😀\": tru\n}", 2, 12)]
    [InlineData("{\"a\": 1} {}", 1, 10)]
    [InlineData("{\"a\": [1}", 1, 9)]
    [InlineData("{\"a\": \"x\ny\"}", 1, 9)]
    [InlineData("{\"a\": \"\\ud800\"}", 1, 7)]
    [InlineData("{\"a\": 01}", 1, 8)]
    [InlineData("a: 1", 1, 1)]
    public void BadSyntax_IsOneDiagnosticAtItsPlace(string json, int line, int column)
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse(json, "spec.json");

        Assert.Null(root);
        string message = diagnostics.AssertOne("EVO1001", line, column).Message;
        Assert.DoesNotContain("LineNumber", message);
        Assert.DoesNotContain("reader options", message);
    }

    [Fact]
    public void AFlowMappingThatIsNoJson_IsYaml() => Assert.Equal("""{"openapi":"3.1.0"}""", Spec.Tree("{openapi: 3.1.0}").Json());
}
