using System.Linq;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Merges the values of two enums.</summary>
internal static class EnumMerger
{
    public static EnumModel Merge(EnumModel left, EnumModel right)
    {
        NameScope names = NameScope.ForMembers([.. ReservedNames.ValueMembers, left.Name]);
        return left with
        {
            Underlying = left.Underlying == right.Underlying ? left.Underlying
                : IsNumber(left) && IsNumber(right) ? TypeKind.Double : TypeKind.Text,
            Members =
            [
                .. left.Members.Concat(right.Members.Where(member => left.Members.All(own => own.Value != member.Value)))
                    .Select(member => member with { Name = names.Take(member.Name) }),
            ],
        };
    }

    private static bool IsNumber(EnumModel values) => values.Underlying is TypeKind.Int64 or TypeKind.Double;
}
