using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// <c>x-evolink-max-items-total: [{ of: [image_urls, video_urls], max: 5 }]</c>: a limit that JSON Schema cannot say.
/// </summary>
internal static class TotalItems
{
    private const string Keyword = "x-evolink-max-items-total";

    public static IEnumerable<Constraint> Of(SchemaView view, Func<string, MemberRef?> find, ModelingDiagnostics diagnostics)
    {
        foreach (SpecNode entry in view.All(Keyword).SelectMany(node => node.Kind == SpecNodeKind.Array ? node.Items : [node]))
        {
            IReadOnlyList<SpecNode> names = entry["of"]?.Items ?? [];
            List<MemberRef> members = names.Select(name => find(name.Text)).OfType<MemberRef>()
                .Where(member => member.Type?.Kind is TypeKind.List).ToList();
            bool isComplete = members.Count > 0 && members.Count == names.Count;
            if (isComplete && entry["max"] is { Kind: SpecNodeKind.Number } maximum
                && ExactNumbers.TryInteger(maximum.Text, out BigInteger most) && most >= 0 && most <= int.MaxValue)
            {
                yield return new MaxItemsTotalConstraint([.. members], (int)most);
            }
            else
            {
                diagnostics.InvalidExtension(entry, Keyword, "a list of { of: [names of arrays of this schema], max: a count }");
            }
        }
    }
}
