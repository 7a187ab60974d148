using System.Text;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis.Text;

namespace Evolink.Codegen.Tests.Capabilities.Forms;

/// <summary>One document in every form that a file can have gives one client.</summary>
public sealed class DocumentFormTests
{
    private static readonly string s_plain = EmbeddedFiles.Text("Capabilities/Forms/plain.yaml").ReplaceLineEndings("\n");

    public static TheoryData<string, string, string> Forms => new()
    {
        { "CRLF", "demo.yml", s_plain.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "no end of line", "demo.yaml", s_plain.TrimEnd() },
        { "anchors", "demo.yaml", EmbeddedFiles.Text("Capabilities/Forms/anchors.yaml") },
        { "JSON", "demo.json", Spec.Tree(s_plain).Json() },
        { "JSON named YAML", "demo.yaml", Spec.Tree(s_plain).Json() },
        { "indented JSON", "demo.JSON", JsonNode.Parse(Spec.Tree(s_plain).Json())!.ToJsonString(new() { WriteIndented = true }) },
        { "comments", "demo.yaml", "# first\n" + s_plain.Replace("\n", "  # c\n", StringComparison.Ordinal) + "# last" },
        { "directives", "demo.YAML", "%YAML 1.2\n---\n" + s_plain + "...\n" },
        { "blank lines", "demo.yaml", "\n\n" + s_plain.Replace("\n", "\n   \n", StringComparison.Ordinal) },
        { "3.0", "demo.yaml", s_plain.Replace("3.1.0", "3.0.3", StringComparison.Ordinal) },
        { "3.2", "demo.yaml", s_plain.Replace("3.1.0", "3.2.0", StringComparison.Ordinal) },
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
        Assert.Equal(GeneratorHarness.Run(("demo.yaml", s_plain)).Files, generation.Files);
        Assert.NotEmpty(form);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void AnEncoding_GivesTheSameClient(string name, Encoding encoding)
    {
        using var file = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(s_plain)]);
        Generation generation = GeneratorHarness.Run(("demo.yaml", SourceText.From(file).ToString())).AssertNoDiagnostics();
        Assert.Contains("Grüße", s_plain, StringComparison.Ordinal);
        Assert.Equal(GeneratorHarness.Run(("demo.yaml", s_plain)).Files, generation.Files);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void AMark_ThatTheCompilerLeaves_IsNoPartOfTheDocument() =>
        Assert.Equal(GeneratorHarness.Run(("demo.yaml", s_plain)).Files, GeneratorHarness.Run(("demo.yaml", "\uFEFF" + s_plain)).AssertNoDiagnostics().Files);
}
