using Evolink.Codegen.Collections;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen;

/// <summary>
/// What one specification asks of the client. Immutable and equal by value: as long as it stays equal, nothing that
/// follows is done again. No position, node or Roslyn object lives in it.
/// </summary>
internal sealed record SpecModel
{
    /// <summary>The file's path with forward slashes; decides the order of files, never appears in the output.</summary>
    public required string File { get; init; }

    /// <summary>The file's name without its extension.</summary>
    public required string Name { get; init; }

    public required EquatableArray<string> Servers { get; init; }

    public required EquatableArray<OperationSpec> Operations { get; init; }

    public required EquatableArray<TypeSpec> Types { get; init; }
}
