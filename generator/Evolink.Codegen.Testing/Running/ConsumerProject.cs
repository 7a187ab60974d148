using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Testing;

/// <summary>The project that emitted code is compiled in.</summary>
internal static class ConsumerProject
{
    /// <summary>The language of the consumers: this Roslyn calls C# 14 its preview. Documentation is read, and checked.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    // One for all: what is made of it shares the symbols of its references, which cost more than a client's own.
    private static CSharpCompilation Empty { get; } = CSharpCompilation.Create("Consumer", [], References.All, new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true));

    /// <summary>Creates a project with code of its own, as far as the generator could ever see it.</summary>
    public static CSharpCompilation Create(string source = "") =>
        source.Length == 0 ? Empty : Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ParseOptions, "Own.cs"));
}
