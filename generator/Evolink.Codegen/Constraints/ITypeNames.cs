using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>Puts names in place of ids, which a client can do once it knows all of its types.</summary>
internal interface ITypeNames
{
    TypeRef Resolve(TypeRef type);

    MemberRef Resolve(MemberRef member);
}

/// <summary>The same for lists.</summary>
internal static class TypeNamesOfLists
{
    public static EquatableArray<Constraint> Resolve(this ITypeNames names, EquatableArray<Constraint> constraints) =>
        constraints.Replace(names, static (constraint, resolver) => constraint.WithNames(resolver));

    public static EquatableArray<EquatableArray<Constraint>> Resolve(this ITypeNames names, EquatableArray<EquatableArray<Constraint>> branches) =>
        branches.Select(names.Resolve).ToEquatableArray();

    public static EquatableArray<MemberRef> Resolve(this ITypeNames names, EquatableArray<MemberRef> members) =>
        members.Replace(names, static (member, resolver) => resolver.Resolve(member));
}
