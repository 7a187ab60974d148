using System.Text;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis.Text;

namespace Evolink.Codegen.Tests.Capabilities.Forms;

/// <summary>One document in every form that a file can have gives one client.</summary>
public sealed class DocumentFormTests
{
    private static readonly string Plain = EmbeddedFiles.Text("Capabilities/Forms/plain.yaml").ReplaceLineEndings("\n");

    public static TheoryData<string, string, string> Forms => new()
    {
        { "CRLF", "demo.yml", Plain.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "no end of line", "demo.yaml", Plain.TrimEnd() },
        { "anchors", "demo.yaml", EmbeddedFiles.Text("Capabilities/Forms/anchors.yaml") },
        { "JSON", "demo.json", Spec.Tree(Plain).Json() },
        { "JSON named YAML", "demo.yaml", Spec.Tree(Plain).Json() },
        { "indented JSON", "demo.JSON", JsonNode.Parse(Spec.Tree(Plain).Json())!.ToJsonString(new() { WriteIndented = true }) },
        { "comments", "demo.yaml", "# first\n" + Plain.Replace("\n", "  # c\n", StringComparison.Ordinal) + "# last" },
        { "directives", "demo.YAML", "%YAML 1.2\n---\n" + Plain + "...\n" },
        { "blank lines", "demo.yaml", "\n\n" + Plain.Replace("\n", "\n   \n", StringComparison.Ordinal) },
        { "3.0", "demo.yaml", Plain.Replace("3.1.0", "3.0.3", StringComparison.Ordinal) },
        { "3.2", "demo.yaml", Plain.Replace("3.1.0", "3.2.0", StringComparison.Ordinal) },
    };

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "UTF-8", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) },
        { "UTF-8 with a mark", Encoding.UTF8 },
        { "UTF-16", Encoding.Unicode },
        { "UTF-16, big end first", Encoding.BigEndianUnicode },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void AForm_GivesTheSameClient(string form, string file, string text)
    {
        Generation generation = GeneratorHarness.Run((file, text)).AssertNoDiagnostics();
        Assert.Equal(GeneratorHarness.Run(("demo.yaml", Plain)).Files, generation.Files);
        Assert.NotEmpty(form);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void AnEncoding_GivesTheSameClient(string name, Encoding encoding)
    {
        using var file = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Plain)]);
        Generation generation = GeneratorHarness.Run(("demo.yaml", SourceText.From(file).ToString())).AssertNoDiagnostics();
        Assert.Contains("Grüße", Plain, StringComparison.Ordinal);
        Assert.Equal(GeneratorHarness.Run(("demo.yaml", Plain)).Files, generation.Files);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void AMark_ThatTheCompilerLeaves_IsNoPartOfTheDocument() =>
        Assert.Equal(GeneratorHarness.Run(("demo.yaml", Plain)).Files, GeneratorHarness.Run(("demo.yaml", "\uFEFF" + Plain)).AssertNoDiagnostics().Files);
}
