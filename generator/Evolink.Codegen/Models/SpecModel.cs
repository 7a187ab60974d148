using Evolink.Codegen.Collections;
using Evolink.Codegen.Operations;

namespace Evolink.Codegen.Models;

/// <summary>
/// What one specification contributes to the client. Immutable and equal by value: as long as it stays equal, nothing that
/// follows is done again. No position, node or Roslyn object lives in it.
/// </summary>
internal sealed record SpecModel
{
    /// <summary>The file's path with forward slashes; decides the order of files, never appears in the output.</summary>
    public required string File { get; init; }

    /// <summary>The file's name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>The full name of the client, in a referenced assembly, that the document is part of; null for a document of the project.</summary>
    public string? Client { get; init; }

    /// <summary>Whether it follows EvoLink's conventions.</summary>
    public required bool IsEvolink { get; init; }

    public required EquatableArray<string> Servers { get; init; }

    public required EquatableArray<OperationSpec> Operations { get; init; }

    public required EquatableArray<TypeModel> Types { get; init; }

    /// <summary>The pages of the requests that may create tasks.</summary>
    public EquatableArray<ModelPage> Pages { get; init; } = [];
}
