using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary>
/// <c>x-evolink-max-items-total: [{ of: [image_urls, video_urls], max: 5 }]</c>: a limit that JSON Schema cannot say.
/// </summary>
internal sealed class MaxItemsTotalProvider : IConstraintProvider
{
    private const string Keyword = "x-evolink-max-items-total";

    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Record is not { } record)
        {
            yield break;
        }

        foreach (SpecNode entry in target.View.All(Keyword).SelectMany(node => node.Kind == SpecNodeKind.Array ? node.Items : [node]))
        {
            IReadOnlyList<SpecNode> names = entry["of"]?.Items ?? [];
            List<MemberRef> members = names.Select(name => MemberRefs.Find(record, name.Text)).OfType<MemberRef>()
                .Where(member => member.Type?.Kind is TypeKind.List).ToList();
            bool areLists = members.Count > 0 && members.Count == names.Count;
            if (areLists && entry["max"] is { Kind: SpecNodeKind.Number } maximum
                && ExactNumber.TryParseInteger(maximum.Text, out BigInteger most) && most >= 0 && most <= int.MaxValue)
            {
                yield return ConstraintSet.From(new MaxItemsTotalConstraint([.. members], (int)most));
            }
            else
            {
                builder.Diagnostics.InvalidExtension(entry, Keyword, "a list of { of: [names of arrays of this schema], max: a count }");
            }
        }
    }
}
