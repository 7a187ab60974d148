using Evolink.Codegen;
using Evolink.Codegen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Docs.Tests;

/// <summary>Runs the generator over a page's specifications, as a build would.</summary>
internal static class PageGenerator
{
    public static GeneratorRunResult Run(CSharpCompilation project, IEnumerable<(string Path, string Text)> specs, IReadOnlyCollection<string>? shared = null)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new EvolinkClientGenerator().AsSourceGenerator()],
            specs.Select(static spec => new SpecText(spec.Path, spec.Text)),
            (CSharpParseOptions)project.SyntaxTrees[0].Options,
            new ProjectOptions(root: PageProject.Namespace, shared: shared));
        return driver.RunGenerators(project, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }
}
