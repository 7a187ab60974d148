using Evolink.Codegen;
using Evolink.Codegen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Docs.Tests;

/// <summary>Runs the generator over a page's specifications, as a build would.</summary>
internal static class PageGenerator
{
    /// <summary>What the package Evolink tells of its client to projects that add models to it.</summary>
    private static readonly IReadOnlyList<(string Path, string Text)> s_packaged =
        [.. Directory.GetFiles(Path.Combine(AllPages.Root, "specs/tasks"), "*.yaml").Select(static file => (file, File.ReadAllText(file)))];

    public static GeneratorRunResult Run(CSharpCompilation project, IReadOnlyList<(string Path, string Text)> specs, PageSetup setup, IReadOnlyCollection<string>? shared = null)
    {
        IReadOnlyList<(string Path, string Text)> packaged = setup.HasPackage ? s_packaged : [];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new EvolinkClientGenerator().AsSourceGenerator()],
            packaged.Concat(specs).Select(static spec => new SpecText(spec.Path, spec.Text)),
            (CSharpParseOptions)project.SyntaxTrees[0].Options,
            new ProjectOptions(client: setup.ClientName, root: PageProject.Namespace, shared: shared, clients: packaged.ToDictionary(static spec => spec.Path, static _ => "Evolink.EvolinkClient")));
        return driver.RunGenerators(project, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }
}
