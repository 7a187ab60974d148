using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Tests.Support;

/// <summary>Reads texts for the tests of this folder.</summary>
internal static class Spec
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static SpecDocument Read(string text, string file = "spec.yaml") => SpecReader.Read(file, text, Token);

    /// <summary>Reads a document of one schema, <c>Thing</c>, whose lines are given without indentation; they start in line 7.</summary>
    public static SpecDocument ReadSchema(string schema, string version = "3.1.0")
    {
        IEnumerable<string> lines = schema.Split('\n').Select(line => "      " + line);
        return Read($"openapi: {version}\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    Thing:\n{string.Join("\n", lines)}\n");
    }

    public static SpecNode Thing(this SpecDocument document) => document.Root!.At("/components/schemas/Thing")!;

    public static (SpecNode? Root, List<SpecDiagnostic> Diagnostics) Parse(string text, string file = "spec.yaml")
    {
        var diagnostics = new List<SpecDiagnostic>();
        return (SpecTree.Parse(file, text, diagnostics, Token), diagnostics);
    }

    /// <summary>The root of a text that parses without a word.</summary>
    public static SpecNode Tree(string text, string file = "spec.yaml")
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Parse(text, file);
        Assert.Empty(diagnostics);
        return root!;
    }

    public static string Json(this SpecNode node) => node.ToJsonNode()?.ToJsonString() ?? "null";

    /// <summary>Asserts that there is one diagnostic, with that id and at that place.</summary>
    public static SpecDiagnostic AssertOne(this IReadOnlyList<SpecDiagnostic> diagnostics, string id, int line, int column)
    {
        SpecDiagnostic only = Assert.Single(diagnostics);
        Assert.Equal((id, line, column), (only.Id, only.Line, only.Column));
        return only;
    }
}
