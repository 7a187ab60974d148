using System.Linq;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Merges the values of two enums.</summary>
internal static class EnumMerger
{
    public static EnumModel Merge(EnumModel left, EnumModel right)
    {
        EnumMemberModel[] added = [.. right.Members.Where(member => !Has(left, member.Value))];
        return left.Underlying == right.Underlying && added.Length == 0 ? left : left with
        {
            Underlying = left.Underlying == right.Underlying ? left.Underlying
                : IsNumber(left) && IsNumber(right) ? TypeKind.Double : TypeKind.Text,
            Members = [.. left.Members, .. added],
        };
    }

    private static bool Has(EnumModel values, string value)
    {
        foreach (EnumMemberModel member in values.Members.AsSpan())
        {
            if (member.Value == value)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(EnumModel values) => values.Underlying is TypeKind.Int64 or TypeKind.Double;
}
