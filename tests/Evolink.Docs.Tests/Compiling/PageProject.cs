using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Docs.Tests;

/// <summary>What a reader has who copies a block: a console project with implicit usings, the client or one of his own, the simulator, and xunit for tests.</summary>
internal static class PageProject
{
    /// <summary>The namespace of a client that is made from a page's own specification.</summary>
    public const string Namespace = "MyProject";

    // C# 14, which this Roslyn calls its preview.
    private static readonly CSharpParseOptions s_language = new(LanguageVersion.Preview);

    private static readonly MetadataReference[] s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    private const string Usings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    /// <summary>The errors of a program, each with the place in the page that it comes from.</summary>
    /// <param name="program">Its text.</param>
    /// <param name="specs">Its own specifications; with some, the packaged client is there only if the page adds it.</param>
    /// <param name="setup">What the project has besides.</param>
    public static IEnumerable<string> Errors(string program, IReadOnlyList<(string Path, string Text)> specs, PageSetup setup)
    {
        IEnumerable<MetadataReference> references = specs.Count == 0 || setup.HasPackage ? s_references : s_references.Where(static one => Path.GetFileName(one.Display) != "Evolink.dll");
        SyntaxTree own = Tree(program);
        // Tests are classes, and the program that runs them is their framework's.
        OutputKind kind = own.GetRoot().ChildNodes().Any(static node => node.IsKind(SyntaxKind.GlobalStatement)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        CSharpCompilation project = CSharpCompilation.Create("Page", [Tree(Usings), own], references, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        if (specs.Count > 0)
        {
            GeneratorRunResult client = PageGenerator.Run(project, specs, setup);
            Assert.Empty(client.Diagnostics.Where(static one => one.Severity >= DiagnosticSeverity.Warning));
            project = project.AddSyntaxTrees(client.GeneratedSources.Select(static source => Tree(source.SourceText.ToString())));
        }

        return project.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == DiagnosticSeverity.Error)
            .Select(static one => $"{one.Location.GetMappedLineSpan().Path}:{one.Location.GetMappedLineSpan().StartLinePosition.Line + 1}: {one.Id}: {one.GetMessage(null)}");
    }

    private static SyntaxTree Tree(string text) => CSharpSyntaxTree.ParseText(text, s_language);
}
