using System.Linq;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>The values of two enums in one.</summary>
internal static class EnumUnion
{
    public static EnumSpec Of(EnumSpec left, EnumSpec right)
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

    private static bool IsNumber(EnumSpec values) => values.Underlying is TypeKind.Int64 or TypeKind.Double;
}
