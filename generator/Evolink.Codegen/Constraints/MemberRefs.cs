using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>Refers to the members of records.</summary>
internal static class MemberRefs
{
    /// <summary>The member of that name on the wire; null where the record has none.</summary>
    public static MemberRef? Find(TypeDraft record, string jsonName) =>
        record.Find(jsonName) is { } member ? To(record, member) : null;

    public static MemberRef To(TypeDraft owner, MemberDraft member) => new(
        member.JsonName, member.Name, MemberTypes.Declared(member), owner.Id, MemberTypes.HasBackingField(member), owner.Clears(member));

    /// <summary>That a member is set, whether or not the record has a property for it.</summary>
    public static Constraint Required(TypeDraft record, string jsonName) => Find(record, jsonName) is { } member
        ? new PropertyConstraint(member, IsRequired: true, [])
        : new RequiredUnnamedConstraint(jsonName);
}
