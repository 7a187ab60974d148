using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary>Keywords that restrict a request and that no constraint is made of: they are reported.</summary>
internal sealed class UnsupportedKeywordsProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        List<SpecNode> found = [.. KeywordsFor(target.Type.Kind).SelectMany(target.View.All)];
        foreach (SpecNode node in found)
        {
            string keyword = node.Parent!.Members.First(member => ReferenceEquals(member.Value, node)).Name;
            builder.Diagnostics.NotChecked(node, $"the keyword '{keyword}' here");
        }

        return found.Count > 0 ? [ConstraintSet.Incomplete] : [];
    }

    private static string[] KeywordsFor(TypeKind type) => type switch
    {
        TypeKind.Map or TypeKind.Model => ["dependencies"],
        TypeKind.Json or TypeKind.Value => ["dependencies", "$dynamicRef"],
        // Two texts may be one moment.
        TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Guid or TypeKind.Bytes => ["enum", "const"],
        _ => [],
    };
}
