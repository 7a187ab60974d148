using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// Which members are URLs of files that the service fetches. A document says so by <c>x-evolink-media</c>; in the vendor's
/// own documents, which do not, a URL is known by its format and its member's name. <c>x-evolink-media: false</c> says that
/// a member is no such URL, or takes data as well.
/// </summary>
internal static class MediaUrls
{
    /// <summary>Whether the member is such a URL, a list of them or a map.</summary>
    public static bool Are(MemberDraft member, SchemaView view, bool isEvolink, SpecDiagnostics diagnostics)
    {
        if (MediaKeyword.In(view) is not { } media)
        {
            return isEvolink && EvolinkConventions.IsMediaUrl(member.JsonName) && MediaKeyword.Places(view).Any(held => StringFormats.IsLink(held.Text("format")));
        }

        if (media is { Kind: SpecNodeKind.Boolean, Text: "false" })
        {
            return false;
        }

        bool isText = Innermost(member.Type).Kind is TypeKind.Uri or TypeKind.String;
        ExtensionProblem? problem = isText ? MediaKeyword.Problem(media) : new ExtensionProblem(media, "it on a string, or on an array or a map of strings");
        if (problem is not null)
        {
            diagnostics.InvalidExtension(problem.Node, MediaKeyword.Name, problem.Expected);
        }

        return isText;
    }

    /// <summary>The constraints with this one in place of that for links, which it contains; for a list or a map those of what it holds.</summary>
    public static EquatableArray<Constraint> Constraints(TypeRef type, EquatableArray<Constraint> constraints)
    {
        if (type.Kind is not (TypeKind.List or TypeKind.Map))
        {
            return [.. constraints.Where(constraint => constraint is not (AbsoluteUriConstraint or WellFormedConstraint)), new MediaUrlConstraint()];
        }

        TypeRef held = type.Element!;
        bool isOfHeld = constraints.Any(IsOfAll);
        Constraint own = type.Kind == TypeKind.List ? new ItemsConstraint(held, Constraints(held, [])) : new AdditionalPropertiesConstraint(held, Constraints(held, []));
        return [.. constraints.Select(constraint => IsOfAll(constraint) ? With((ContainerConstraint)constraint, Constraints(held, ((ContainerConstraint)constraint).Constraints)) : constraint), .. isOfHeld ? [] : new[] { own }];
    }

    private static bool IsOfAll(Constraint constraint) => constraint is ItemsConstraint { First: 0 } or AdditionalPropertiesConstraint { AreAll: true };

    private static Constraint With(ContainerConstraint constraint, EquatableArray<Constraint> constraints) => constraint with { Constraints = constraints };

    private static TypeRef Innermost(TypeRef type) => type.Kind is TypeKind.List or TypeKind.Map ? Innermost(type.Element!) : type;
}
