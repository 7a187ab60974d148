using Evolink.Tool.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Tool.Tests.Catalogue;

/// <summary>What <c>describe</c> shows of C# compiles, for every model.</summary>
public sealed class CSharpSnippetTests
{
    // C# 14, which this Roslyn calls its preview.
    private static readonly CSharpParseOptions s_language = new(LanguageVersion.Preview);

    [Fact]
    public void EverySnippet_Compiles()
    {
        SyntaxTree[] snippets = [.. EvolinkModels.All.Select(static (model, index) => CSharpSyntaxTree.ParseText(Wrap(index, CSharpSnippet.Write(model, ModelJson.Example(model))), s_language, model.Id))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Snippets",
            snippets,
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        string[] errors = [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static one => one.Severity == DiagnosticSeverity.Error).Select(static one => one.ToString())];
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }

    /// <summary>A program in a method, so that all of them are one compilation.</summary>
    private static string Wrap(int index, string program) =>
        $"{program.Replace("using Evolink;\n", $"using Evolink;\nclass Snippet{index}\n{{\nasync System.Threading.Tasks.Task Run()\n{{", StringComparison.Ordinal)}\n}}\n}}";
}
