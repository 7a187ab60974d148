using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>A spec file as read: a normalised tree, from which everything else is made.</summary>
internal sealed class SpecDocument(string file, SpecNode? root, ObjectRoles? roles, bool isReadable, IReadOnlyList<SpecDiagnostic> diagnostics)
{
    public string File { get; } = file;

    /// <summary>The normalised tree; null if the file is no OpenAPI document.</summary>
    public SpecNode? Root { get; } = root;

    /// <summary>Whether Microsoft.OpenApi can read the document's structure; otherwise nothing is generated from the file.</summary>
    public bool IsReadable { get; } = isReadable;

    /// <summary>What was found, in the order of the file.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>The absolute URLs of the document's own servers.</summary>
    public IEnumerable<string> ServerUrls => IsReadable ? Servers.List(Root!) : [];

    /// <summary>Every schema of the document, used or not, in the order of the file.</summary>
    public IEnumerable<SpecNode> Schemas => roles?.Nodes.Where(node => roles.Find(node) == ObjectRole.Schema) ?? [];

    /// <summary>A file that is no OpenAPI document.</summary>
    public static SpecDocument None(string file, IReadOnlyList<SpecDiagnostic> diagnostics) => new(file, null, null, isReadable: false, diagnostics);

    /// <summary>What a node's reference leads to: see <see cref="ObjectRoles.Resolve"/>.</summary>
    public SpecNode? Resolve(SpecNode node) => roles?.Resolve(node);
}
