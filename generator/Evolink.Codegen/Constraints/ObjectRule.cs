using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>A demand on the members of an object.</summary>
internal abstract record ObjectRule : Rule;

/// <summary>Demands on one member.</summary>
internal sealed record MemberRule(MemberRef Member, bool IsRequired, EquatableArray<Rule> Rules) : ObjectRule;

/// <summary>Where one member is set, others must be.</summary>
internal sealed record DependentRequiredRule(MemberRef Member, EquatableArray<MemberRef> Required) : ObjectRule;

/// <summary>Several arrays together hold at most so many items.</summary>
internal sealed record TotalItemsRule(EquatableArray<MemberRef> Members, int Maximum) : ObjectRule;

/// <summary>So many members are set, of those named and the others.</summary>
internal sealed record MemberCountRule(Limit Limit, int Bound, EquatableArray<MemberRef> Members) : ObjectRule;

/// <summary>No member but the named ones.</summary>
internal sealed record NoAdditionalRule : ObjectRule;

/// <summary>Demands on the members that have no name of their own.</summary>
/// <param name="Held">The type of their values.</param>
internal sealed record AdditionalRule(TypeRef Held, EquatableArray<Rule> Rules) : ObjectRule;

/// <summary>A member is there that the record does not name.</summary>
internal sealed record RequiredOtherRule(string JsonName) : ObjectRule;

/// <summary>A member as C# reaches it.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The C# name; empty for a member that the schema demands but does not declare.</param>
/// <param name="Type">The member's type; null for an undeclared one.</param>
/// <param name="Owner">The id of the record that has the member.</param>
/// <param name="HasBackingField">Whether "unset" shows only in a field behind the property.</param>
internal sealed record MemberRef(string JsonName, string Name, TypeRef? Type, string Owner = "", bool HasBackingField = false);
