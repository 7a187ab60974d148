namespace Evolink.Codegen.Types;

/// <summary>How a member of a request is declared, given the type of its values.</summary>
internal static class MemberTypes
{
    /// <summary>The declared type: nullable where the member may be absent or null.</summary>
    public static TypeRef Declared(MemberShape member) =>
        member.IsConstant ? member.Type : member.Type.Nullable(!member.IsRequired || member.Type.IsNullable);

    /// <summary>
    /// A required struct that cannot tell unset from zero keeps a nullable field, so that a member missing from a read
    /// request is missed and not taken for zero.
    /// </summary>
    public static bool HasBackingField(MemberShape member) =>
        member.IsRequired && !member.Type.IsNullable && !member.Type.KnowsUnset;
}
