using System.Collections.Generic;

namespace Evolink.Codegen.Reading;

/// <summary>Every object of a document whose place is known, in document order.</summary>
internal static class SpecPlaces
{
    public static IEnumerable<(SpecNode Node, SpecPlace Place)> Of(SpecNode root)
    {
        var pending = new Stack<(SpecNode Node, SpecPlace Place)>();
        pending.Push((root, SpecPlace.Document));
        while (pending.Count > 0)
        {
            var (node, place) = pending.Pop();
            yield return (node, place);

            for (var index = node.Members.Count - 1; index >= 0; index--)
            {
                var member = node.Members[index];
                if (SpecGrammar.Find(place, member.Name) is { Place: not SpecPlace.Opaque } keyword) PushAll(pending, member.Value, keyword);
            }
        }
    }

    private static void PushAll(Stack<(SpecNode, SpecPlace)> pending, SpecNode value, Keyword keyword)
    {
        if (keyword.Shape == Shape.One) pending.Push((value, keyword.Place));
        for (var index = value.Items.Count - 1; index >= 0; index--) pending.Push((value.Items[index], keyword.Place));
        if (keyword.Shape != Shape.Map) return;
        for (var index = value.Members.Count - 1; index >= 0; index--) pending.Push((value.Members[index].Value, keyword.Place));
    }
}
