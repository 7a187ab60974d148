using System.Collections.Immutable;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Evolink.Codegen.Tests.Diagnostics;

/// <summary>What the names of the clients say together, and whose key a name reads.</summary>
public sealed class ClientNameTests
{
    private static readonly Lazy<CSharpCompilation> s_library = new(() => Compile(Generate("Library", "https://api.evolink.ai")));

    [Theory]
    [InlineData("https://print.example.com", null, "EVO2009")]
    [InlineData("https://print.example.com", "PrintClient", null)]
    [InlineData("https://api.evolink.ai", null, null)]
    public async Task AClientOfAnotherVendor_ThatReadsEvolinksKey_IsHintedAt(string server, string? client, string? id)
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(Compile(Generate("MyProject", server, client)));

        Assert.Equal(id is null ? [] : [id], found.Select(static one => one.Id));
        Assert.All(found, static one => Assert.Equal(DiagnosticSeverity.Info, one.Severity));
        Assert.All(found, static one => Assert.Contains("EVOLINK_API_KEY", one.GetMessage(null), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EvolinkClient", true)]
    [InlineData("OtherClient", false)]
    public async Task AClientThatIsCalledLikeAReferencedOne_IsSaid(string client, bool isSaid)
    {
        CSharpCompilation project = Compile(Generate("MyProject", "https://api.evolink.ai", client)).AddReferences(s_library.Value.ToMetadataReference());

        ImmutableArray<Diagnostic> found = await AnalyzeAsync(project);

        Assert.Equal(isSaid ? ["EVO2008"] : [], found.Select(static one => one.Id));
        Assert.All(found, static one => Assert.StartsWith("This project's MyProject.EvolinkClient is called like Library.EvolinkClient of Library: ", one.GetMessage(null), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AProjectWithoutTheRuntime_IsNotLookedAt() => Assert.Empty(await AnalyzeAsync(CSharpCompilation.Create("Empty", [CSharpSyntaxTree.ParseText("class EvolinkClient;", cancellationToken: TestContext.Current.CancellationToken)])));

    private static (string Name, Generation Generation) Generate(string name, string server, string? client = null) => (name, GeneratorHarness.Run(new ProjectOptions(root: name, client: client), ("specs/demo.yaml", $"""
        openapi: 3.1.0
        info:
          title: t
          version: '1'
        servers:
          - url: '{server}'
        paths:
          /v1/x:
            get:
              operationId: getX
              responses:
                '204':
                  description: d
        """)));

    private static CSharpCompilation Compile((string Name, Generation Generation) project) => project.Generation.AssertCompiles().WithAssemblyName(project.Name);

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation) =>
        compilation.WithAnalyzers([new ClientNameAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
