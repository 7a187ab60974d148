using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>The constraints of a member where its record declares it: its schema's, and those of the URLs that a service calls or fetches.</summary>
internal static class MemberConstraints
{
    public static ConstraintSet For(MemberDraft member, ConstraintBuilder builder, bool isEvolink)
    {
        if (member.View is not { } view)
        {
            return ConstraintSet.From(UnicodeConstraints.ForType(member.Type));
        }

        if (member.IsConditional)
        {
            // What the branch demands, the branch's own constraints say.
            return ConstraintSet.From(member.Type.Kind == TypeKind.Double ? [new FiniteConstraint()] : UnicodeConstraints.ForType(member.Type));
        }

        ConstraintSet set = builder.Build(new SchemaTarget(member.Type, view, IsOwn: true));
        EquatableArray<Constraint> constraints = set.Constraints;
        if (isEvolink && EvolinkConventions.IsCallbackUrl(member.JsonName) && member.Type.Kind is TypeKind.Uri or TypeKind.String)
        {
            // The constraint of callbacks says all that the format would, and more: 2048 characters are the most that it takes.
            constraints = [.. constraints.Where(constraint => constraint is not (AbsoluteUriConstraint or MaxLengthConstraint { Bound: >= 2048 })), new CallbackUrlConstraint()];
        }
        else if (MediaUrls.Are(member, view, isEvolink, builder.Diagnostics))
        {
            constraints = MediaUrls.Constraints(member.Type, constraints);
        }

        return set with { Constraints = constraints };
    }
}
