using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Evolink.Codegen;

/// <summary>A specification as the compiler hands it over, compared by path and text.</summary>
internal sealed record SpecFile(string Path, string Text)
{
    public static SpecFile Read((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellationToken) =>
        new(input.File.Path, input.File.GetText(cancellationToken)?.ToString() ?? "");
}
