using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Docs.Tests;

/// <summary>What a page shows of specifications generates without a warning, and becomes what the page says.</summary>
public sealed partial class YamlBlockTests
{
    public static TheoryData<string> Places => [.. AllPages.Blocks("yaml").Select(static block => block.ToString())];

    public static TheoryData<string> Emitted => [.. AllPages.Blocks("csharp").Where(static block => block.Word == "emitted").Select(static block => block.ToString())];

    [Theory]
    [MemberData(nameof(Places))]
    public void ABlock_Generates(string place)
    {
        CodeBlock block = AllPages.Block(place);
        Assert.True(block.IsFile || SpecBlock.IsFragment(block), $"{place}: the fence does not say what the YAML is: a file's name, or where the fragment belongs.");
        Assert.Empty(Generate(block).Diagnostics.Where(static one => one.Severity >= DiagnosticSeverity.Warning).Select(one => $"{place}: {one.GetMessage(null)}"));
    }

    [Theory]
    [MemberData(nameof(Emitted))]
    public void EmittedCode_IsWhatTheYamlAboveBecomes(string place)
    {
        CodeBlock block = AllPages.Block(place);
        CodeBlock yaml = AllPages.Blocks("yaml").Last(one => one.Page == block.Page && one.Line < block.Line);
        string emitted = string.Concat(Generate(yaml).GeneratedSources.Select(static source => Plain(source.SourceText.ToString())));
        int line = block.Line;
        foreach (string piece in block.Text.TrimEnd().Split("\n\n"))
        {
            Assert.True(emitted.Contains(Plain(piece), StringComparison.Ordinal), $"{block.Page}:{line}: this is not what the YAML above becomes:\n{piece}");
            line += piece.Count(static character => character == '\n') + 2;
        }
    }

    /// <summary>Without what every emitted line has and no reader needs: indentation, documentation, and names from global:: on.</summary>
    private static string Plain(string code) => string.Join('\n', code.Split('\n')
        .Select(static line => line.Trim())
        .Where(static line => line.Length > 0 && !line.StartsWith("///", StringComparison.Ordinal))
        .Select(static line => QualifiedName().Replace(line, "")));

    // The namespaces of what is emitted, the longer ones first: a type's name stays.
    [GeneratedRegex(@"global::(System\.(Text\.Json\.Serialization|Text\.Json|Collections\.Generic|ComponentModel\.DataAnnotations|Globalization)\.|System\.|Evolink\.|MyProject\.)")]
    private static partial Regex QualifiedName();

    /// <summary>A file stands beside those of its page that it refers to.</summary>
    private static GeneratorRunResult Generate(CodeBlock block)
    {
        List<CodeBlock> parts = [.. AllPages.Blocks("yaml").Where(one => one.Page == block.Page && one.IsFile && one != block && block.Text.Contains($"\"{Path.GetFileName(one.Word)}#", StringComparison.Ordinal))];
        return PageGenerator.Run(
            CSharpCompilation.Create("Page", [CSharpSyntaxTree.ParseText("", new CSharpParseOptions(LanguageVersion.Preview))]),
            [(block.IsFile ? block.Word : "specs/portrait.yaml", SpecBlock.Document(block)), .. parts.Select(static part => (part.Word, part.Text))],
            // A fragment is shown by itself, whatever the page's project has.
            block.IsFile ? PageSetup.Find(AllPages.All.Single(page => page.Path == block.Page), block.Line) : new PageSetup(false, null),
            [.. parts.Append(block).Where(static one => one.IsFile && !one.Text.StartsWith("openapi:", StringComparison.Ordinal)).Select(static one => one.Word)]);
    }
}
