using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Diagnostics;

/// <summary>Each diagnostic stands where its cause is, in YAML and in JSON. <c>¤</c> marks the place; it is no part of the text.</summary>
public sealed class LocatedDiagnosticTests
{
    private const string Head = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"},\n";
    private const string Put = "\"/v1/things\": {\"put\": {\"operationId\": \"putThing\", \"requestBody\": {\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/Thing\"}}}}, \"responses\": {\"204\": {\"description\": \"d\"}}}}";
    private const string Task = "{\"200\": {\"description\": \"d\", \"content\": {\"application/json\": {\"schema\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"status\": {\"type\": \"string\"}}}}}}}";

    public static TheoryData<string, string> Cases => new()
    {
        { "EVO1001", Head + "\"paths\": {\"/a\": ¤]}}" },
        { "EVO1002", "{\"swagger\": ¤\"2.0\", \"paths\": {}}" },
        { "EVO1002", "{\"openapi\": ¤\"4.0.0\", \"paths\": {}}" },
        { "EVO1002", "¤{\"paths\": {}}" },
        { "EVO1003", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\",\n  \"maxLength\": ¤\"x\"}}}") },
        { "EVO1003", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": ¤\"text\"}}}") },
        { "EVO1004", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"},\n  ¤\"a\": {\"type\": \"integer\"}}}") },
        { "EVO1005", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": ¤\"#/components/schemas/Nothing\"}}}") },
        { "EVO1006", Head + "\"paths\": {¤" + Put.Replace("/v1/things", "v1/things", StringComparison.Ordinal) + "}, \"components\": {\"schemas\": {\"Thing\": {\"type\": \"object\", \"properties\": {\"a\": {}}}}}}" },
        { "EVO1007", Thing(string.Concat(Enumerable.Repeat("{\"not\": ", 125)) + "¤{\"not\": {}}" + new string('}', 125)) },
        { "EVO1008", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": ¤\"https://example.com/schema.json\"}}}") },
        { "EVO1008", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": ¤\"../../secrets.json#/a\"}}}") },
        { "EVO1012", Head + $"\"paths\": {{\"/v1/a/{{id}}\": {{\"get\": {Query("a")}}}, \"/v1/b/{{id}}\": {{\"get\": {Query("b")}}},\n\"/v1/c\": {{\"post\": ¤{Create}}}}}}}" },
        { "EVO1013", Head + $"\"paths\": {{\"/v1/c\": {{\"post\":\n ¤{Create}}}}}}}" },
        { "EVO1020", Head + $"\"paths\": {{\"/v1/c/{{id}}\": {{\"get\": {Words(Query("a"))}}},\n\"/v1/c\": {{\"post\": ¤{Words(Create)}}}}}}}" },
        { "EVO1014", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\"}, \"dependencies\":\n ¤{\"b\": [\"c\"]}}}}") },
        { "EVO1014", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"object\", \"dependencies\":\n ¤{\"b\": [\"c\"]}}}}") },
        { "EVO1014", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"array\", \"prefixItems\":\n [¤{\"$ref\": \"#/components/schemas/Thing/properties/a\"}]}}}") },
        { "EVO1014", Head + "\"paths\": {" + Put + ",\n\"/v1/files\": {\"post\": {\"operationId\": \"postFile\", \"requestBody\": {\"content\": {\"multipart/form-data\": {\"schema\":\n ¤{\"$ref\": \"#/components/schemas/Thing\"}}}}, \"responses\": {\"204\": {\"description\": \"d\"}}}}},\n\"components\": {\"schemas\": {\"Thing\": {\"type\": \"object\", \"properties\": {\"data\": {\"type\": \"string\", \"format\": \"binary\"}}}}}}" },
        { "EVO1014", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, \"dependencies\":\n ¤{\"b\": [\"c\"]}}") },
        { "EVO1014", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, \"not\":\n ¤{\"propertyNames\": {\"maxLength\": 2}}}") },
        { "EVO1015", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"pattern\":\n ¤\"(\"}}}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, \"x-evolink-max-items-total\":\n ¤{\"of\": [\"a\"], \"max\": 5}}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\"}}, \"x-evolink-compare\": [{\"sum\": [\"a\",\n ¤\"b\"], \"max\": 5}]}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\"}}, \"x-evolink-compare\": [{\"sum\": [\n ¤\"count(a)\"], \"max\": 5}]}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\"}}, \"x-evolink-compare\": [\n ¤{\"difference\": [\"a\"], \"max\": 5}]}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"x-evolink-size\":\n {\"minSide\": ¤0}}}}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"x-evolink-advice\":\n [¤{\"maxLength\": 5}]}}}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"x-evolink-media\":\n {\"kind\": ¤\"film\"}}}}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\"}}, \"x-evolink-compare\": [{\"sum\": [\"a\"], \"min\": 6,\n \"max\": ¤5}]}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\"}}, \"x-evolink-compare\": [{\"sum\": [\"a\"], \"most\":\n ¤5}]}") },
        { "EVO1016", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"x-evolink-size\":\n ¤{\"minSide\": 1}}}}") },
        { "EVO1070", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\",\n  ¤\"maxLenght\": 5}}}") },
        { "EVO1071", Thing("{\"type\": \"object\", \"required\": [¤\"b\"], \"properties\": {\"a\": {\"type\": \"string\"}}}") },
        { "EVO1072", Thing("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\", \"maximum\": 5,\n \"default\": ¤6}}}") },
        { "EVO1073", Head + "\"paths\":\n ¤{}}" },
        { "EVO1017", Head + "\"paths\": {\"/v1/a\": {\"get\": {\"operationId\": \"a\", \"security\": [{\"o\": []}], \"responses\": {\"204\": {\"description\": \"d\"}}}}},\n\"components\": {\"securitySchemes\": {\"o\": ¤{\"type\": \"oauth2\", \"flows\": {}}}}}" },
        { "EVO1060", Head + "\"servers\": [{\"url\":\n ¤\"http://printer.internal\"}], \"paths\": {\"/v1/a\": {\"get\": {\"operationId\": \"a\", \"responses\": {\"204\": {\"description\": \"d\"}}}}}}" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADiagnostic_StandsAtItsPlace_InYaml(string id, string marked) => AssertAt(id, "specs/some spec.yaml", "# A comment first.\n\n" + marked);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADiagnostic_StandsAtItsPlace_InJson(string id, string marked) => AssertAt(id, "specs/some spec.json", marked);

    [Fact]
    public void ASecondYamlDocument_IsReported() =>
        AssertAt("EVO1009", "a.yaml", "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n¤---\nopenapi: 3.1.0\n");

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: {a¤")]
    [InlineData("openapi: 3.1.0\npaths: ¤'a")]
    [InlineData("openapi: 3.1.0\r\rpaths: {a¤")]
    public void ATextThatEndsTooEarly_IsReportedWithinTheText(string text) => AssertAt("EVO1001", "a.yaml", text);

    [Fact]
    public void HalfACharacter_IsReportedWhereItsObjectStarts() => AssertAt("EVO1001", "a.yaml", "openapi: 3.1.0\ninfo:\n  ¤title: \"\\uD83C\\u0041\"\n");

    [Fact]
    public void AFileOfCommentsAlone_IsReportedWithinTheText() => AssertAt("EVO1002", "a.yaml", "---\n# Nothing yet¤");

    [Fact]
    public void ASecondJsonDocument_IsNoJson() =>
        AssertAt("EVO1001", "a.json", "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}}\n¤{}");

    [Fact]
    public void BadIndentation_IsReportedAtItsLine() =>
        AssertAt("EVO1001", "a.yaml", "openapi: 3.1.0\npaths:\n  /a:\n    get: {}\n   ¤/b:\n    get: {}\n");

    [Fact]
    public void TwoFilesOfOneName_ShareNoType_AndTheLaterIsReported()
    {
        Generation generation = GeneratorHarness.Run(("a/some.yaml", Yaml.Create("x: {type: string}")), ("b/some.yaml", Yaml.Create("y: {type: string}")), ("q.yaml", Yaml.Query));

        Diagnostic only = Assert.Single(generation.Diagnostics);
        Assert.Equal("EVO1010", only.Id);
        FileLinePositionSpan place = only.Location.GetLineSpan();
        Assert.Equal(("b/some.yaml", 19), (place.Path, place.StartLinePosition.Line + 1));
        Assert.Contains("SomeRequest2.g.cs", generation.Files.Keys);
        generation.AssertCompiles();
    }

    [Fact]
    public void AConflictOfTwoSpecs_NamesBothPlaces()
    {
        Generation generation = GeneratorHarness.Run(
            ("a.yaml", Yaml.Query.Replace("results: {type: array, items: {type: string, format: uri}}", "results: {type: array, items: {type: string}}", StringComparison.Ordinal)),
            ("b.yaml", Yaml.Query.Replace("results: {type: array, items: {type: string, format: uri}}", "results: {type: object, properties: {x: {type: string}}}", StringComparison.Ordinal)));

        Diagnostic only = Assert.Single(generation.Diagnostics);
        Assert.Equal("EVO1011", only.Id);
        FileLinePositionSpan place = only.Location.GetLineSpan();
        Assert.Equal(("a.yaml", 18, 18), (place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1));
        Assert.Contains("b.yaml(18,18)", only.GetMessage(null), StringComparison.Ordinal);
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData("1abc", null)]
    [InlineData(null, "class")]
    [InlineData("a..b", null)]
    [InlineData(null, "a b")]
    [InlineData(null, "file")]
    public void AnOptionThatCSharpCannotUse_IsReported_AndTheDefaultTaken(string? ns, string? client)
    {
        Generation generation = GeneratorHarness.Run(new ProjectOptions(ns, client), ("q.yaml", Yaml.Query));

        Diagnostic only = Assert.Single(generation.Diagnostics);
        Assert.Equal(("EVO2001", Location.None), (only.Id, only.Location));
        Assert.Contains((ns ?? client)!, only.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("namespace Evolink;", generation["EvolinkClient.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: [")]
    [InlineData("")]
    [InlineData("swagger: '2.0'")]
    [InlineData("{\"openapi\"")]
    public void ABrokenSpec_BesideAGoodOne_LeavesTheGoodOneAsItIs(string broken)
    {
        Generation alone = GeneratorHarness.Run(RealSpecs.All);
        Generation both = GeneratorHarness.Run([.. RealSpecs.All, ("specs/a-broken.yaml", broken)]);

        Diagnostic only = Assert.Single(both.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Error, "specs/a-broken.yaml"), (only.Severity, only.Location.GetLineSpan().Path));
        Assert.Equal(alone.Files, both.Files);
    }

    private static void AssertAt(string id, string file, string marked)
    {
        int at = marked.IndexOf('¤', StringComparison.Ordinal);
        string before = marked[..at];
        (string file, int, int) place = (file, before.Count(c => c is '\n' or '\r') + 1, at - before.LastIndexOfAny(['\n', '\r']));

        Generation generation = GeneratorHarness.Run((file, marked.Remove(at, 1)));

        IEnumerable<Diagnostic> found = generation.Diagnostics.Where(diagnostic => diagnostic.Id == id);
        Assert.Equal([place], found.Select(diagnostic => diagnostic.Location.GetLineSpan())
            .Select(span => (span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1)));
        generation.AssertCompiles();
    }

    private static string Thing(string schema) => Head + "\"paths\": {" + Put + "},\n\"components\": {\"schemas\": {\"Thing\":\n" + schema + "}}}";

    private static string Words(string operation) =>
        operation.Replace("\"status\": {\"type\": \"string\"}", "\"status\": {\"type\": \"string\", \"enum\": [\"running\", \"done\", \"lost\"]}", StringComparison.Ordinal);

    private static string Query(string id) =>
        $"{{\"operationId\": \"{id}\", \"parameters\": [{{\"name\": \"id\", \"in\": \"path\", \"required\": true, \"schema\": {{\"type\": \"string\"}}}}], \"responses\": {Task}}}";

    private static string Create => $"{{\"operationId\": \"c\", \"requestBody\": {{\"content\": {{\"application/json\": {{\"schema\": {{\"type\": \"object\", \"properties\": {{\"x\": {{\"type\": \"string\"}}}}}}}}}}}}, \"responses\": {Task}}}";
}
