using Evolink.Codegen.Collections;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Names the members that several schemas gave one type: two may have had one name for different members.</summary>
internal static class MemberNames
{
    public static TypeModel Assign(TypeModel type) => type switch
    {
        RecordModel record => record with { Properties = Assign(record.Properties) },
        EnumModel values => values with { Members = Assign(values.Members, values.Name) },
        _ => type,
    };

    private static EquatableArray<PropertyModel> Assign(EquatableArray<PropertyModel> properties) =>
        properties.Replace(NameScope.ForMembers(ReservedNames.RecordMembers), static (property, names) =>
        {
            string name = names.Take(Words.Identifier(property.JsonName, "Value"));
            return name == property.Name ? property : property with { Name = name };
        });

    private static EquatableArray<EnumMemberModel> Assign(EquatableArray<EnumMemberModel> members, string owner) =>
        members.Replace(NameScope.ForMembers([.. ReservedNames.ValueMembers, owner]), static (member, names) =>
        {
            string name = names.Take(member.Name);
            return name == member.Name ? member : member with { Name = name };
        });
}
