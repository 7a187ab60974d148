using System.Collections.Generic;
using System.Threading;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Every object of a normalised document whose role is known, in document order.</summary>
internal sealed class ObjectRoles
{
    private readonly Dictionary<SpecNode, ObjectRole> _roles = [];
    private readonly List<SpecNode> _nodes = [];

    private readonly SpecNode _root;

    public ObjectRoles(SpecNode root, CancellationToken ct)
    {
        _root = root;
        var pending = new Stack<(SpecNode Node, ObjectRole Role)>();
        pending.Push((root, ObjectRole.Document));
        while (pending.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            (SpecNode node, ObjectRole role) = pending.Pop();
            _roles.Add(node, role);
            _nodes.Add(node);

            for (int index = node.Members.Count - 1; index >= 0; index--)
            {
                SpecMember member = node.Members[index];
                if (OpenApiKeywords.Find(role, member.Name) is { Role: not ObjectRole.Opaque } keyword) PushAll(pending, member.Value, keyword);
            }
        }
    }

    public IReadOnlyList<SpecNode> Nodes => _nodes;

    /// <summary>What a node is; <see cref="ObjectRole.Opaque"/> where that is not known.</summary>
    public ObjectRole Find(SpecNode node) => _roles.TryGetValue(node, out ObjectRole role) ? role : ObjectRole.Opaque;

    /// <summary>The node itself if it has no reference, else what its references lead to; null where that is nowhere, out of the document or an object of another role.</summary>
    public SpecNode? Resolve(SpecNode node) =>
        !node.Has(SpecReference.Keyword) ? node
        : SpecReference.Resolve(node, _root) is { } target && Find(target) == Find(node) ? target
        : null;

    private static void PushAll(Stack<(SpecNode, ObjectRole)> pending, SpecNode value, Keyword keyword)
    {
        if (keyword.Kind == ValueKind.One) pending.Push((value, keyword.Role));
        for (int index = value.Items.Count - 1; index >= 0; index--) pending.Push((value.Items[index], keyword.Role));
        if (keyword.Kind != ValueKind.Map) return;
        for (int index = value.Members.Count - 1; index >= 0; index--) pending.Push((value.Members[index].Value, keyword.Role));
    }
}
