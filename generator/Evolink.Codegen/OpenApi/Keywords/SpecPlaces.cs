using System.Collections.Generic;
using System.Threading;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Every object of a normalised document whose place is known, in document order.</summary>
internal sealed class SpecPlaces
{
    private readonly Dictionary<SpecNode, SpecPlace> _places = [];
    private readonly List<SpecNode> _nodes = [];

    public SpecPlaces(SpecNode root, CancellationToken ct)
    {
        var pending = new Stack<(SpecNode Node, SpecPlace Place)>();
        pending.Push((root, SpecPlace.Document));
        while (pending.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var (node, place) = pending.Pop();
            _places.Add(node, place);
            _nodes.Add(node);

            for (var index = node.Members.Count - 1; index >= 0; index--)
            {
                var member = node.Members[index];
                if (SpecGrammar.Find(place, member.Name) is { Place: not SpecPlace.Opaque } keyword) PushAll(pending, member.Value, keyword);
            }
        }
    }

    public IReadOnlyList<SpecNode> Nodes => _nodes;

    /// <summary>What a node is; <see cref="SpecPlace.Opaque"/> where that is not known.</summary>
    public SpecPlace Of(SpecNode node) => _places.TryGetValue(node, out var place) ? place : SpecPlace.Opaque;

    private static void PushAll(Stack<(SpecNode, SpecPlace)> pending, SpecNode value, Keyword keyword)
    {
        if (keyword.Shape == Shape.One) pending.Push((value, keyword.Place));
        for (var index = value.Items.Count - 1; index >= 0; index--) pending.Push((value.Items[index], keyword.Place));
        if (keyword.Shape != Shape.Map) return;
        for (var index = value.Members.Count - 1; index >= 0; index--) pending.Push((value.Members[index].Value, keyword.Place));
    }
}
