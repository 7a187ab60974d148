using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Diagnostics;

/// <summary>What two files have between them stands in one, and names the other. <c>¤</c> marks the places; it is no part of the text.</summary>
public sealed class CrossFileDiagnosticTests
{
    private const string Head = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"},\n";

    /// <summary>The id, and two files: the diagnostic stands at the first mark, and its message names the second.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        // Two files of one name, in two folders.
        { "EVO1010", Put("{\"type\": \"object\", \"properties\": {\"x\": {}}}"), Put("¤{\"type\": \"object\", \"properties\": {\"y\": {}}}") },
        { "EVO1011", Get("{\"properties\": {\"a\": ¤{\"type\": \"object\", \"properties\": {\"b\": {}}}}}"), Get("{\"properties\": {\"a\": ¤{\"type\": \"string\"}}}") },
        // What the normaliser drops moves the rest of a list, and no place.
        { "EVO1011", Get("{\"allOf\": [{}, {\"properties\": {\"a\": ¤{\"type\": \"object\", \"properties\": {\"b\": {}}}}}]}"), Get("{\"allOf\": [5, 6,\n {\"properties\": {\"a\": ¤{\"type\": \"string\"}}}]}") },
    };

    public static IEnumerable<string> Ids => Cases.Select(row => row.Data.Item1);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADiagnosticBetweenFiles_StandsAtItsPlace_InYaml(string id, string first, string second) =>
        AssertAt(id, ("specs/a/some.yaml", "# A comment first.\n\n" + first), ("specs/b/some.yaml", "# Another.\n" + second));

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADiagnosticBetweenFiles_StandsAtItsPlace_InJson(string id, string first, string second) =>
        AssertAt(id, ("specs/a/some.json", first), ("specs/b/some.json", second));

    [Fact]
    public void AConflictOverAMemberThatAnotherFileBrought_StandsInThatFile()
    {
        Generation generation = GeneratorHarness.Run(
            ("a.json", Get("{\"properties\": {\"own\": {}}}")),
            ("b.json", Get("{\"properties\":\n\n {\"late\": {\"type\": \"object\", \"properties\": {\"x\": {}}}}}")),
            ("c.json", Get("{\"properties\": {\"late\": {\"type\": \"string\"}}}")));

        Diagnostic only = Assert.Single(generation.Diagnostics, diagnostic => diagnostic.Id == "EVO1011");
        FileLinePositionSpan span = only.Location.GetLineSpan();
        Assert.Equal(("b.json", 6), (span.Path, span.StartLinePosition.Line + 1));
        Assert.Contains("c.json(4,26)", only.GetMessage(null), StringComparison.Ordinal);
    }

    private static void AssertAt(string id, (string Path, string Text) first, (string Path, string Text) second)
    {
        Generation generation = GeneratorHarness.Run((first.Path, first.Text.Replace("¤", "", StringComparison.Ordinal)), (second.Path, second.Text.Replace("¤", "", StringComparison.Ordinal)));

        Diagnostic only = Assert.Single(generation.Diagnostics, diagnostic => diagnostic.Id == id);
        FileLinePositionSpan span = only.Location.GetLineSpan();
        string[] places = [.. new[] { first, second }.Select(PlaceOf).OfType<string>()];
        Assert.Equal(places[0], $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})");
        Assert.All(places.Skip(1), place => Assert.Contains(place, only.GetMessage(null), StringComparison.Ordinal));
        generation.AssertCompiles();
    }

    private static string? PlaceOf((string Path, string Text) file)
    {
        int at = file.Text.IndexOf('¤', StringComparison.Ordinal);
        return at < 0 ? null : $"{file.Path}({file.Text[..at].Count(c => c == '\n') + 1},{at - file.Text[..at].LastIndexOf('\n')})";
    }

    private static string Put(string schema) => Head +
        "\"paths\": {\"/v1/things\": {\"put\": {\"operationId\": \"putThing\", \"responses\": {\"204\": {\"description\": \"d\"}}, \"requestBody\": {\"content\": {\"application/json\":\n {\"schema\": "
        + schema + "}}}}}}}";

    private static string Get(string schema) => Head +
        "\"paths\": {\"/v1/things\": {\"get\": {\"operationId\": \"getThing\", \"responses\": {\"200\": {\"description\": \"d\", \"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/Thing\"}}}}}}}},\n"
        + "\"components\": {\"schemas\": {\"Thing\":\n " + schema + "}}}";
}
