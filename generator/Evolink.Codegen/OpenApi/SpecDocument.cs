using System.Collections.Generic;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Microsoft.OpenApi;

namespace Evolink.Codegen.OpenApi;

/// <summary>A spec file as read: the normalised tree for its schemas, Microsoft.OpenApi's view for its structure.</summary>
internal sealed class SpecDocument(string file, SpecNode? root, OpenApiDocument? openApi, IReadOnlyList<SpecDiagnostic> diagnostics)
{
    public string File { get; } = file;

    /// <summary>The normalised tree; null if the file is no OpenAPI document.</summary>
    public SpecNode? Root { get; } = root;

    /// <summary>
    /// Servers, paths and operations, with references replaced by their targets and every schema empty; null if
    /// the file cannot be read.
    /// </summary>
    public OpenApiDocument? OpenApi { get; } = openApi;

    /// <summary>What was found, in the order of the file.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>What a node's reference leads to: see <see cref="SpecReference.Resolve"/>.</summary>
    public SpecNode? Resolve(SpecNode node) => Root is null ? null : SpecReference.Resolve(node, Root);
}
