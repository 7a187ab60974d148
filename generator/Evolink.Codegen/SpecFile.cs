using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Evolink.Codegen;

/// <summary>A specification as the compiler hands it over, compared by path, text and name.</summary>
/// <param name="Name">The name that the project gives it; null where that is its file's.</param>
internal sealed record SpecFile(string Path, string Text, string? Name = null)
{
    public static SpecFile Read((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellationToken) =>
        new(input.File.Path, input.File.GetText(cancellationToken)?.ToString() ?? "", GeneratorOptions.SpecName(input.File, input.Options));
}
