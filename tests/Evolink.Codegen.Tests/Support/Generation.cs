using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Tests.Support;

/// <summary>What one run of the generator gave.</summary>
internal sealed class Generation(GeneratorDriverRunResult run)
{
    public ImmutableArray<Diagnostic> Diagnostics { get; } = run.Results.Single().Diagnostics;

    /// <summary>The emitted texts by file name.</summary>
    public SortedDictionary<string, string> Files { get; } = new(
        run.Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()), StringComparer.Ordinal);

    public string this[string file] => Files.TryGetValue(file, out string? text)
        ? text
        : throw new KeyNotFoundException($"{file} is not among {string.Join(", ", Files.Keys)}");

    /// <summary>The generator did not throw; an exception loses a project's whole client.</summary>
    public Generation AssertNoException()
    {
        Assert.Null(run.Results.Single().Exception);
        Assert.DoesNotContain(Diagnostics, diagnostic => diagnostic.Id is "CS8785" or "CS8784");
        Assert.DoesNotContain(Diagnostics, diagnostic => diagnostic.GetMessage(null).Contains("Please report", StringComparison.Ordinal));
        return this;
    }

    public Generation AssertNoDiagnostics()
    {
        Assert.Empty(Diagnostics);
        return AssertNoException();
    }

    /// <summary>The output compiles without a warning, documentation included, together with the consumer's own code.</summary>
    public CSharpCompilation AssertCompiles(string own = "")
    {
        AssertNoException();
        CSharpCompilation compilation = GeneratorHarness.Project(own).AddSyntaxTrees(
            run.Results.Single().GeneratedSources.Select(source => CSharpSyntaxTree.ParseText(source.SourceText, GeneratorHarness.ParseOptions, source.HintName)));
        AssertClean(compilation);
        return compilation;
    }

    /// <summary>What the compiler warns a consumer of.</summary>
    public IEnumerable<Diagnostic> Compile(string own) => GeneratorHarness.Project("#nullable enable\n" + own)
        .AddSyntaxTrees(Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, GeneratorHarness.ParseOptions, file.Key)))
        .GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Compiles the outputs of many runs at once; each has a namespace of its own.</summary>
    public static void AssertAllCompile(IEnumerable<Generation> generations) => AssertClean(GeneratorHarness.Project().AddSyntaxTrees(
        generations.SelectMany((generation, index) => generation.AssertNoException().Files.Select(file =>
            CSharpSyntaxTree.ParseText(file.Value, GeneratorHarness.ParseOptions, $"{index}/{file.Key}")))));

    /// <summary>The output as a loaded assembly.</summary>
    public Assembly Load(string own = "")
    {
        using var image = new MemoryStream();
        Assert.True(AssertCompiles(own).Emit(image).Success);
        image.Position = 0;
        // The runtime is the tests' own, so that its types are the same on both sides.
        return new AssemblyLoadContext("Consumer", isCollectible: true).LoadFromStream(image);
    }

    private static void AssertClean(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        string problems = string.Join("\n", compilation.Emit(image, xmlDocumentationStream: documentation).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(diagnostic => diagnostic.Id)
            .SelectMany(same => same.Take(3))
            .Select(diagnostic => $"{diagnostic}\n    {LineOf(diagnostic)}"));
        Assert.True(problems.Length == 0, problems);
    }

    public static string LineOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
        : "";
}
